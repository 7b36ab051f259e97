package org.lamplight.ingest.mapping;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lamplight.ingest.rules.TimeFormat.Precision;

/** Reads the key occurred: column and format, or from and to, or date and time. */
final class OccurrenceSection {
    private static final Set<Precision> STRETCHES = EnumSet.of(Precision.MOMENT, Precision.DAY, Precision.MONTH);

    private OccurrenceSection() {}

    static Occurrence read(Section root, ZoneId zone) {
        Optional<Section> section = root.section("occurred");
        if (section.isEmpty()) {
            root.note("needs the key occurred: column and format, or from and to, or date and time");
            return null;
        }
        Optional<? extends Occurrence> occurrence = occurrence(section.get(), zone);
        section.get().close();
        return occurrence.orElse(null);
    }

    private static Optional<? extends Occurrence> occurrence(Section section, ZoneId zone) {
        if (section.has("from") || section.has("to")) {
            return both(section, zone, "from", STRETCHES, "to", STRETCHES, Occurrence.Between::new);
        }
        if (section.has("date") || section.has("time")) {
            Set<Precision> day = EnumSet.of(Precision.DAY);
            Set<Precision> clock = EnumSet.of(Precision.TIME_OF_DAY);
            return both(section, zone, "date", day, "time", clock, Occurrence.DateAndTime::new);
        }
        return TimeSection.read(section, zone, STRETCHES).map(Occurrence.At::new);
    }

    private interface Pair {
        Occurrence of(TimeColumn first, TimeColumn second);
    }

    private static Optional<Occurrence> both(
            Section section,
            ZoneId zone,
            String first,
            Set<Precision> firstAllowed,
            String second,
            Set<Precision> secondAllowed,
            Pair pair) {
        if (!section.has(first) || !section.has(second)) {
            section.note("needs both " + first + " and " + second);
            return Optional.empty();
        }
        Optional<TimeColumn> one = TimeSection.read(section, first, zone, firstAllowed);
        Optional<TimeColumn> other = TimeSection.read(section, second, zone, secondAllowed);
        return one.flatMap(column -> other.map(next -> pair.of(column, next)));
    }
}
