package org.lamplight.bench.throughput;

import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.streams.rules.Categories;

/** What a report counts in, for those that count without a register. */
public final class Counting {
    private static final String SEPARATOR = "/";

    private Counting() {}

    /** Its cell in each of its categories. */
    public static List<String> places(SpecificRecord value) {
        String cell = SEPARATOR + report(value).getCell();
        return categories(value).stream().map(category -> category + cell).toList();
    }

    /** A cell in a category. */
    static String place(String category, String cell) {
        return category + SEPARATOR + cell;
    }

    /** When it happened, in milliseconds of the epoch. */
    public static long time(SpecificRecord value) {
        return report(value).getOccurredFrom().toEpochMilli();
    }

    /** The key of a count. */
    public static String key(String place, long epochDay) {
        return place + SEPARATOR + epochDay;
    }

    private static List<String> categories(SpecificRecord value) {
        if (value instanceof SafetyConcern concern) {
            return Categories.of(concern);
        }
        return value instanceof HateReferral referral
                ? Categories.of(referral)
                : Categories.of((RetailSubmission) value);
    }

    private static Report report(SpecificRecord value) {
        if (value instanceof SafetyConcern concern) {
            return concern.getReport();
        }
        return value instanceof HateReferral referral ? referral.getReport() : ((RetailSubmission) value).getReport();
    }
}
