package org.lamplight.reporting.items;

import java.util.List;

/**
 * What rows must satisfy.
 *
 * @param sql the condition, with question marks
 * @param values their values
 */
record Condition(String sql, List<Object> values) {}
