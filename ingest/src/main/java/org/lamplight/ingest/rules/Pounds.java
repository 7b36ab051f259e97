package org.lamplight.ingest.rules;

/** Reads an amount in pounds, such as £1,234.50 or 12, as pence. */
public final class Pounds {
    private Pounds() {}

    /** The amount in pence. */
    public static long toPence(String text, String field) {
        String amount = text.startsWith("£") ? text.substring(1).stripLeading() : text;
        int point = amount.indexOf('.');
        if (point < 0) {
            return pounds(amount, field) * 100;
        }
        String pence = amount.substring(point + 1);
        if (pence.isEmpty() || pence.length() > 2) {
            throw new BrokenRule(Rule.NUMBER_INVALID, field);
        }
        long hundredths = WholeNumber.parse(pence, field) * (pence.length() == 1 ? 10 : 1);
        return pounds(amount.substring(0, point), field) * 100 + hundredths;
    }

    /** Commas may stand only between groups of three digits, so that 12,50 is not read as 1250. */
    private static long pounds(String text, String field) {
        for (int comma = text.indexOf(','); comma >= 0; comma = text.indexOf(',', comma + 1)) {
            if (comma == 0 || (text.length() - comma) % 4 != 0) {
                throw new BrokenRule(Rule.NUMBER_INVALID, field);
            }
        }
        String digits = text.replace(",", "");
        if (digits.length() > 12) {
            throw new BrokenRule(Rule.NUMBER_INVALID, field);
        }
        return WholeNumber.parse(digits, field);
    }
}
