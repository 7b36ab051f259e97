package org.lamplight.local.demo;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** What can be wrong with a bad row, as seen in real exports. Ingest rejects every one of them. */
enum Flaw {
    /** Latitude and longitude, or easting and northing, in each other's column. */
    SWAPPED,
    /** A place in the next county. */
    OUTSIDE,
    /** No coordinates. */
    NO_LOCATION,
    /** The thirtieth of February. */
    NO_SUCH_DATE,
    /** A date that has not come yet. */
    FUTURE;

    /**
     * Where a source keeps the place and the date of an occurrence.
     *
     * @param outsideFirst and {@code outsideSecond}: a place in the next county
     * @param day a day as the source writes it; what follows it in the field is kept
     */
    record Where(
            String first,
            String second,
            String outsideFirst,
            String outsideSecond,
            String date,
            DateTimeFormatter day) {
        private static final LocalDate LEAP_DAY = LocalDate.of(2024, 2, 29);

        private void redate(Fields row, String day) {
            row.set(date, day + row.get(date).substring(day.length()));
        }

        private void thirtiethOfFebruary(Fields row) {
            redate(row, day.format(LEAP_DAY).replace("29", "30"));
        }
    }

    /** Spoils a row. */
    Fields spoil(Fields row, Where where, LocalDate today) {
        switch (this) {
            case SWAPPED -> {
                String first = row.get(where.first());
                row.set(where.first(), row.get(where.second())).set(where.second(), first);
            }
            case OUTSIDE -> row.set(where.first(), where.outsideFirst()).set(where.second(), where.outsideSecond());
            case NO_LOCATION -> row.set(where.first(), "").set(where.second(), "");
            case NO_SUCH_DATE -> where.thirtiethOfFebruary(row);
            case FUTURE -> where.redate(row, where.day().format(today.plusDays(30)));
        }
        return row;
    }
}
