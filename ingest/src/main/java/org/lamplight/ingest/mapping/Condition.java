package org.lamplight.ingest.mapping;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.Words;

/**
 * What holds of a row where each of some columns has one of its words.
 *
 * @param wordsByColumn the words, compared without regard to case and spaces
 */
public record Condition(Map<String, Set<String>> wordsByColumn) {
    /** Normalises the words. */
    public Condition {
        wordsByColumn = wordsByColumn.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey,
                        column -> column.getValue().stream()
                                .map(Words::normalise)
                                .collect(Collectors.toUnmodifiableSet())));
    }

    boolean holds(Row row) {
        for (Map.Entry<String, Set<String>> column : wordsByColumn.entrySet()) {
            String value = row.get(column.getKey());
            if (value == null || !column.getValue().contains(Words.normalise(value))) {
                return false;
            }
        }
        return true;
    }
}
