package org.lamplight.local.e2e;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What stands in the tables of the reporting database, apart from what tells only how it came there. */
final class TableContents {
    /** Positions in topics, rejected rows, the tables' own versions, and alerts, which have a life. */
    private static final Set<String> HOW_IT_CAME =
            Set.of("kafka_offset", "rejected_row", "flyway_schema_history", "alert");

    /** When a row was received, where it lay in its topic, and the alert that a cell joined. */
    private static final Set<String> WHEN_IT_CAME = Set.of("received_at", "kafka_partition", "kafka_offset", "alert");

    /** What feed health says of reports; the rest of it is about versions and receipts. */
    private static final Set<String> HEALTH_OF_REPORTS = Set.of("source", "incidents");

    private static final String TABLES = """
            select relname from pg_class
            where relnamespace = 'lamplight'::regnamespace and relkind in ('r', 'p') and not relispartition
            """;
    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = 'lamplight' and table_name = ? order by ordinal_position
            """;

    private TableContents() {}

    /** The rows of each table, as text, sorted. */
    static Map<String, List<String>> of(RunningPlatform lamplight) {
        return lamplight.rows(TABLES).stream()
                .map(row -> row.get(0))
                .filter(table -> !HOW_IT_CAME.contains(table))
                .collect(Collectors.toMap(
                        Function.identity(), table -> rows(lamplight, table), (a, b) -> a, TreeMap::new));
    }

    /** What only the first tables hold, marked with +, and what only the others hold, marked with -. */
    static List<String> differences(Map<String, List<String>> tables, Map<String, List<String>> others) {
        return Stream.concat(surplus("+ ", tables, others), surplus("- ", others, tables))
                .toList();
    }

    private static Stream<String> surplus(
            String mark, Map<String, List<String>> tables, Map<String, List<String>> others) {
        return tables.entrySet().stream().flatMap(table -> {
            List<String> rest = new ArrayList<>(table.getValue());
            others.getOrDefault(table.getKey(), List.of()).forEach(rest::remove);
            return rest.stream().map(row -> mark + table.getKey() + ": " + row);
        });
    }

    private static List<String> rows(RunningPlatform lamplight, String table) {
        String columns = lamplight.rows(COLUMNS, table).stream()
                .map(row -> row.get(0))
                .filter(column -> !WHEN_IT_CAME.contains(column))
                .filter(column -> !table.equals("feed_health") || HEALTH_OF_REPORTS.contains(column))
                .collect(Collectors.joining(", "));
        return lamplight.rows("select " + columns + " from lamplight." + table).stream()
                .map(row -> String.join(" | ", row.stream().map(String::valueOf).toList()))
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
