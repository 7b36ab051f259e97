package org.lamplight.ingest.mapping;

import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.mapping.Outcome.Rejected;
import org.lamplight.ingest.rows.Entry;

/** Outcomes as golden files show them: a line each, of a report the fields that differ from their defaults. */
final class Shown {
    private Shown() {}

    static String outcome(Entry entry, Outcome outcome) {
        if (outcome instanceof Accepted accepted) {
            return entry.line() + " accepted " + struct(accepted.value());
        } else if (outcome instanceof Rejected rejected) {
            return entry.line() + " rejected " + rejected.problem().rule() + " in "
                    + rejected.problem().field();
        }
        return entry.line() + " skipped";
    }

    private static String struct(Struct struct) {
        return struct.schema().fields().stream()
                .filter(field ->
                        !Objects.equals(struct.get(field), field.schema().defaultValue()))
                .filter(field -> !field.name().equals("source") && !field.name().equals("receivedAt"))
                .map(field -> field.name() + "=" + value(struct.get(field)))
                .collect(Collectors.joining(" ", "{", "}"));
    }

    private static String value(Object value) {
        if (value instanceof Struct struct) {
            return struct(struct);
        } else if (value instanceof List<?> list) {
            return list.stream().map(Shown::value).collect(Collectors.joining(",", "[", "]"));
        }
        return value instanceof Date date ? date.toInstant().toString() : String.valueOf(value);
    }
}
