package org.lamplight.reporting.items;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * What rows must satisfy.
 *
 * @param sql the condition, with question marks
 * @param values their values
 */
record Condition(String sql, List<Object> values) {
    /** What every row satisfies. */
    static final Condition ALWAYS = new Condition("true", List.of());

    /** What no row satisfies. */
    static final Condition NEVER = new Condition("false", List.of());

    /** That an expression has one of these values; of none, what no row satisfies. */
    static Condition among(String expression, List<?> values) {
        String marks = String.join(", ", Collections.nCopies(values.size(), "?"));
        return values.isEmpty() ? NEVER : new Condition(expression + " in (" + marks + ")", List.copyOf(values));
    }

    /** Either. */
    Condition or(Condition other) {
        return new Condition(
                "(" + sql + " or " + other.sql + ")",
                Stream.concat(values.stream(), other.values.stream()).toList());
    }
}
