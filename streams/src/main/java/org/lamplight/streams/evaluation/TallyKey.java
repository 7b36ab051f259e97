package org.lamplight.streams.evaluation;

import java.time.YearMonth;
import java.util.List;
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
    /** The key in the store: force/category/month/area,area,… */
    String stored() {
        return String.join("/", series.key(), month.toString(), String.join(",", areas));
    }

    static TallyKey parse(String stored) {
        String[] parts = stored.split("/", -1);
        return new TallyKey(
                new Series(parts[0], parts[1]), YearMonth.parse(parts[2]), List.of(parts[3].split(",", -1)));
    }
}
