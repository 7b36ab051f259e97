package org.lamplight.streams.deltas;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;

/**
 * What a count is of: a series, an area and a period.
 *
 * @param series force and category
 * @param area code of the area
 * @param period period
 */
public record CountKey(Series series, String area, Period period) {
    // Records' own methods take several times as long, and these are called for every count that a report changes.
    @Override
    public boolean equals(Object other) {
        return other instanceof CountKey key
                && area.equals(key.area)
                && period.kind() == key.period.kind()
                && period.firstDay().equals(key.period.firstDay())
                && series.equals(key.series);
    }

    @Override
    public int hashCode() {
        return ((period.firstDay().hashCode() * 31 + period.kind().hashCode()) * 31 + area.hashCode()) * 31
                + series.hashCode();
    }

    /** How it stands in a store: force/category/area/PERIOD/firstDay, so that a series stands together. */
    public static Serde<CountKey> serde() {
        return Serdes.serdeFrom(
                (topic, key) -> key.stored().getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String stored() {
        return String.join(
                "/",
                series.force(),
                series.category(),
                area,
                period.kind().name(),
                period.firstDay().toString());
    }

    private static CountKey parse(String stored) {
        String[] parts = stored.split("/", -1);
        return new CountKey(
                new Series(parts[0], parts[1]),
                parts[2],
                new Period(PeriodKind.valueOf(parts[3]), LocalDate.parse(parts[4])));
    }
}
