package org.lamplight.streams.evaluation;

import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.lamplight.streams.deltas.Series;

/**
 * What a tally is of: a series, a month, and the ground that lies in just these areas. So any areas can be put together
 * later without counting a report twice that lies in two of them.
 *
 * @param series force and category
 * @param month the month
 * @param areas codes of all areas of the ground
 */
record TallyKey(Series series, YearMonth month, List<String> areas) {
    /** How it stands in a store: force/category/month/area,area,… */
    static Serde<TallyKey> serde() {
        return Serdes.serdeFrom(
                (topic, key) -> key.stored().getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String stored() {
        return String.join("/", series.key(), month.toString(), String.join(",", areas));
    }

    private static TallyKey parse(String stored) {
        String[] parts = stored.split("/", -1);
        return new TallyKey(
                new Series(parts[0], parts[1]), YearMonth.parse(parts[2]), List.of(parts[3].split(",", -1)));
    }
}
