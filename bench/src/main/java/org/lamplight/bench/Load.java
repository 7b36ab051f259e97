package org.lamplight.bench;

import java.util.Map;
import org.lamplight.streams.rules.Resolutions;

/**
 * So many counties, each with its own reports, area book and topology: a book holds the areas of one force.
 *
 * @param counties how many
 * @param reportsADay of each
 */
record Load(int counties, int reportsADay) {
    private static final int USUAL = 50;
    private static final int WEEK = 7;
    private static final int SOURCES = 3;
    /** A week in a category, by the configuration's advice. */
    private static final int BUSY = 200;

    /** Of a number of counties, or of counties@reports a day. */
    static Load of(String text) {
        String[] parts = text.split("@", 2);
        return new Load(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : USUAL);
    }

    /** As configuration advises: finer cells where a source has more than 200 reports a week. */
    Resolutions resolutions() {
        return WEEK * reportsADay / SOURCES > BUSY
                ? new Resolutions(Map.of("", Resolutions.BUSY))
                : Resolutions.DEFAULT;
    }

    /** As it is given. */
    @Override
    public String toString() {
        return reportsADay == USUAL ? Integer.toString(counties) : counties + "@" + reportsADay;
    }
}
