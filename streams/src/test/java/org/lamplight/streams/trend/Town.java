package org.lamplight.streams.trend;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.streams.arrivals.Weeks;
import org.lamplight.streams.deltas.Series;

/** A force of one council of a few wards, with the counts of one series. */
final class Town {
    static final String FORCE = "force";
    static final String COUNCIL = "council";

    final SeriesCounts counts;

    Town(String category) {
        counts = new SeriesCounts(new Series(FORCE, category));
    }

    /** A book of these wards. */
    static AreaBook book(String... wards) {
        Map<Area, Set<Long>> cells = new HashMap<>();
        Set<Long> all = new HashSet<>();
        for (int ward = 0; ward < wards.length; ward++) {
            long cell = Cells.at(52.2 + ward / 100.0, -0.9);
            all.add(cell);
            cells.put(area(wards[ward], AreaKind.WARD, 2025), Set.of(cell));
        }
        cells.put(area(COUNCIL, AreaKind.COUNCIL, 0), all);
        cells.put(area(FORCE, AreaKind.FORCE, 0), all);
        return AreaBook.of("invented", cells);
    }

    private static Area area(String code, AreaKind kind, int vintage) {
        return new Area(code, code, kind, vintage, Optional.empty(), OptionalLong.of(2000));
    }

    /** Reports in a ward in the week that holds a day, all of which arrived so many days after its end. */
    Town with(int reports, String ward, LocalDate day, int delay) {
        int week = Weeks.of(day);
        for (String area : List.of(ward, COUNCIL, FORCE)) {
            counts.add(area, week, reports);
        }
        counts.arrivals().add(week, delay, reports);
        return this;
    }

    /** As many reports in each of some weeks, the newest of which holds a day; they arrived within their week. */
    Town with(int reports, String ward, LocalDate newest, int delay, int weeks) {
        for (int back = 0; back < weeks; back++) {
            with(reports, ward, newest.minusWeeks(back), delay);
        }
        return this;
    }

    SeriesTrend asOf(LocalDate day) {
        return new SeriesTrend(Levels.of(book("a", "b", "c", "d")), counts, day, day);
    }

    static Stream<String> areas() {
        return Stream.of("a", "b", "c", "d", COUNCIL, FORCE);
    }
}
