package org.lamplight.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.BrokenRule;
import org.lamplight.ingest.rules.Rule;

/**
 * What makes two rows the same report.
 *
 * @param columns the columns that hold the source's own id; none where it has no ids
 * @param content the columns whose texts are the identity of a row without an id; none where every row must have one
 */
public record Identity(List<String> columns, List<String> content) {
    /** Copies the lists. */
    public Identity {
        columns = List.copyOf(columns);
        content = List.copyOf(content);
    }

    /** The source's own id; null where the row has none and its content tells it apart. */
    String ownId(Row row) {
        List<String> parts = new ArrayList<>(columns.size());
        for (String column : columns) {
            String part = Texts.of(row, column);
            if (part == null && content.isEmpty()) {
                throw new BrokenRule(Rule.IDENTITY_MISSING, column);
            }
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return columns.isEmpty() ? null : String.join("\n", parts);
    }

    /** The texts of the content, each with its length, so that no two contents look the same. */
    String contentOf(Row row) {
        StringBuilder texts = new StringBuilder(128);
        for (String column : content) {
            for (String value : row.all(column)) {
                String text = Texts.orNull(value);
                if (text != null) {
                    texts.append(text.length()).append(':').append(text);
                }
            }
            texts.append(';');
        }
        return texts.toString();
    }
}
