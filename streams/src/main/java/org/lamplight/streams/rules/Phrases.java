package org.lamplight.streams.rules;

import java.util.Locale;

/** What sentences about counts have in common: numbers as people say them, and cautions that hold everywhere. */
public final class Phrases {
    /** Caution where a whole force is up. */
    public static final String SPIKE =
            "Reports are up in the whole force: that is what publicity or an easier form looks like.";
    /** Caution for counts of retail submissions. */
    public static final String RETAIL = "Retail counts follow how many shops report.";

    /** Nobody can tell smaller probabilities apart, and no model is right to so many digits. */
    private static final double SMALLEST = 1e-6;

    private static final int THOUSAND = 1000;

    private Phrases() {}

    /** A count of reports: "No report", "1 report", "9 reports". */
    public static String reports(long count) {
        if (count == 0) {
            return "No report";
        }
        // Formatting takes longer than all the rest of a sentence, and most counts are small.
        String number = count < THOUSAND ? Long.toString(count) : String.format(Locale.UK, "%,d", count);
        return number + (count == 1 ? " report" : " reports");
    }

    /** A positive amount with about two digits: "0.3", "2.1", "14". */
    public static String amount(double amount) {
        if (amount > 0 && amount < 0.05) {
            return "fewer than 0.1";
        }
        return String.format(Locale.UK, amount < 9.95 ? "%.1f" : "%,.0f", amount);
    }

    /** A probability as odds, rounded to two digits: "1 in 4,000". */
    public static String chance(double p) {
        if (p < SMALLEST) {
            return "less than 1 in a million";
        }
        double inverse = 1 / p;
        double unit = Math.pow(10, Math.max(0, Math.floor(Math.log10(inverse)) - 1));
        return String.format(Locale.UK, "1 in %,.0f", Math.max(1, Math.round(inverse / unit) * unit));
    }
}
