package org.lamplight.ingest.rows;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.lamplight.ingest.rules.Rule;

/** The columns of a CSV file by name. Space around a name does not count. */
final class CsvHeader {
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    private final Map<String, Integer> places = new HashMap<>();
    private final Set<String> names = Collections.unmodifiableSet(places.keySet());
    private final Set<String> repeated = new TreeSet<>();
    private final int columns;

    CsvHeader(List<String> names) {
        this.columns = names.size();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i).strip();
            if (places.putIfAbsent(name, i) != null) {
                repeated.add(name);
            }
        }
    }

    int columns() {
        return columns;
    }

    Set<String> names() {
        return names;
    }

    /** Where a column stands, from 0; -1 where there is none. */
    int place(String column) {
        return places.getOrDefault(column, -1);
    }

    /**
     * What the header lacks.
     *
     * @param required the columns it must name, each once
     * @param delimiter the character it was split by
     * @param line the header as it stands in the file
     */
    Optional<Problem> problem(Set<String> required, char delimiter, String line) {
        Set<String> lacking = new TreeSet<>(required);
        lacking.removeAll(places.keySet());
        if (!lacking.isEmpty()) {
            return Optional.of(problem(lacking, "The file lacks ", hint(required, delimiter, line)));
        }
        Set<String> twice = new TreeSet<>(required);
        twice.retainAll(repeated);
        return twice.isEmpty()
                ? Optional.empty()
                : Optional.of(problem(twice, "The header names more than once ", "Rename or remove one of each."));
    }

    private static Problem problem(Set<String> columns, String what, String hint) {
        String names = String.join(", ", columns);
        return new Problem(0, names, Rule.FILE_COLUMNS_MISSING.id(), what + "the column(s) " + names + ". " + hint);
    }

    private static String hint(Set<String> required, char delimiter, String line) {
        if (line.indexOf('\0') >= 0) {
            return "It looks like UTF-16 without a byte order mark: name the character set in the mapping.";
        }
        for (char other : DELIMITERS) {
            boolean fits = other != delimiter
                    && new CsvValues(other)
                            .of(line).map(CsvHeader::new).stream()
                                    .anyMatch(header -> header.places.keySet().containsAll(required));
            if (fits) {
                return "Its values seem to be separated by " + named(other) + ", but the mapping says "
                        + named(delimiter) + ".";
            }
        }
        return "Check the header and the mapping.";
    }

    private static String named(char delimiter) {
        return delimiter == '\t' ? "a tab" : "'" + delimiter + "'";
    }
}
