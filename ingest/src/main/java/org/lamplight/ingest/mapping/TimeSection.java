package org.lamplight.ingest.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.ingest.rules.TimeFormat;
import org.lamplight.ingest.rules.TimeFormat.Precision;
import org.lamplight.ingest.rules.TimeText;

/** Reads a column of dates or times: a block with column and format, which may be a list of formats. */
final class TimeSection {
    private TimeSection() {}

    /**
     * Reads the block under a key, if there is one.
     *
     * @param allowed how much its formats may say
     */
    static Optional<TimeColumn> read(Section parent, String key, ZoneId zone, Set<Precision> allowed) {
        return parent.section(key, "column").flatMap(section -> {
            Optional<TimeColumn> column = read(section, zone, allowed);
            section.close();
            return column;
        });
    }

    /** Reads the keys column and format of a block that may have more. */
    static Optional<TimeColumn> read(Section section, ZoneId zone, Set<Precision> allowed) {
        Optional<String> column = section.requiredText("column", "the name of a column");
        List<TimeFormat> formats = formats(section, allowed);
        return column.filter(any -> !formats.isEmpty()).map(name -> new TimeColumn(name, new TimeText(formats, zone)));
    }

    private static List<TimeFormat> formats(Section section, Set<Precision> allowed) {
        if (!section.has("format")) {
            section.note("needs the key format, e.g. dd/MM/yyyy HH:mm, or iso");
        }
        List<TimeFormat> formats = new ArrayList<>();
        for (String pattern : section.texts("format")) {
            try {
                TimeFormat format = TimeFormat.of(pattern);
                if (!allowed.contains(format.precision())) {
                    section.note(
                            "format",
                            "is " + pattern + ", which gives " + nameOf(format.precision()) + ", but must give "
                                    + names(allowed));
                }
                formats.add(format);
            } catch (IllegalArgumentException e) {
                section.note("format", "is " + pattern + ", which " + e.getMessage());
            }
        }
        return formats;
    }

    private static String names(Set<Precision> precisions) {
        return precisions.stream()
                .sorted(Comparator.naturalOrder())
                .map(TimeSection::nameOf)
                .collect(Collectors.joining(" or "));
    }

    private static String nameOf(Precision precision) {
        return switch (precision) {
            case MOMENT -> "a date and time";
            default -> "a " + precision.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
