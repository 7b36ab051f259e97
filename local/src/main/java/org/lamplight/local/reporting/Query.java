package org.lamplight.local.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.local.terminal.Table.Column;

/**
 * A question to the reporting database.
 *
 * @param sql the statement, whose columns are those of the table
 * @param parameters values of its question marks
 * @param columns the table's columns
 */
record Query(String sql, List<Object> parameters, List<Column> columns) {
    /** Gathers conditions. */
    static final class Where {
        private final List<String> conditions = new ArrayList<>();
        private final List<Object> parameters = new ArrayList<>();

        /** Adds a condition that needs no value. */
        Where and(String condition) {
            conditions.add(condition);
            return this;
        }

        /** Adds a condition if there is a value for all its question marks. */
        Where and(String condition, Optional<?> value) {
            value.ifPresent(present -> {
                conditions.add(condition);
                condition.chars().filter(c -> c == '?').forEach(c -> parameters.add(present));
            });
            return this;
        }

        String clause() {
            return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        }

        List<Object> parameters() {
            return parameters;
        }
    }
}
