package org.lamplight.local.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.local.access.Principals;

/** Runs every ready-made query of docs/queries on the demo's year, as the least role that it names. */
@ExtendWith(DemoDatabase.Filled.class)
class QueriesTest {
    static final Path QUERIES = Path.of("..", "docs", "queries");

    private static final Pattern ROLE = Pattern.compile("(?m)^-- Role: (\\S+)$");
    private static final Map<String, String> ROLES = Map.of(
            "council", DemoDatabase.NORTH,
            "opfcc", Principals.OPFCC,
            "analyst", Principals.ANALYST);
    /** Each after those who may read less. */
    private static final List<String> READERS = List.of(DemoDatabase.NORTH, Principals.OPFCC, Principals.ANALYST);

    /** What each answers with: the columns, and those of which a row at least must have a value. */
    private static final Map<String, List<String>> ANSWERS = Map.ofEntries(
            Map.entry("01-places-above-expected.sql", List.of("ward_name", "observed", "expected", "q_value", "rank")),
            Map.entry("02-new-persistent-or-fading.sql", List.of("answer", "emerging_class", "cell")),
            Map.entry("03-reasons-by-hour.sql", List.of("reason", "day_of_week", "hour_of_day", "reports")),
            Map.entry(
                    "04-do-sources-agree.sql",
                    List.of("ward_name", "streetsafe_56", "stop_hate_uk_56", "retail_56", "sources_56")),
            Map.entry(
                    "05-feeds-complete-and-current.sql",
                    List.of("last_received_at", "lag_p50_hours", "lag_p95_hours", "late_percent", "rejected")),
            Map.entry("06-wards-and-faults-of-the-place.sql", List.of("area_name", "count", "rank", "direction")),
            Map.entry("06-reasons-by-ward.sql", List.of("ward_name", "reason", "reports", "reports_before", "rank")),
            Map.entry(
                    "07-hate-reporting-by-strand.sql",
                    List.of("area_name", "category", "count", "rate_per_1000", "lower_limit", "upper_limit")),
            Map.entry(
                    "08-retail-crime-with-violence.sql",
                    List.of("area_name", "submissions", "with_violence", "with_violence_percent")),
            Map.entry(
                    "08-retail-crime-or-reporting.sql",
                    List.of("submissions_per_premises", "violent_percent", "evidence_ready_percent")),
            Map.entry(
                    "09-detection-rate-in-the-pilot.sql",
                    List.of("outcome_set", "treated_rate_after", "ratio_of_ratios", "ratio_low", "ratio_high")),
            Map.entry(
                    "10-hemmingwell-against-a-control.sql",
                    List.of("treated_before", "treated_after", "difference", "difference_low", "buffer_difference")));

    @ParameterizedTest
    @MethodSource("queries")
    void shouldAnswerAsTheLeastRole(Path query, DemoDatabase database) throws IOException, SQLException {
        String sql = Files.readString(query);

        List<Map<String, Object>> rows = rows(database, role(sql), sql);

        List<String> columns = ANSWERS.get(query.getFileName().toString());
        Map<String, Long> answered = new TreeMap<>();
        columns.forEach(column -> answered.put(
                column, rows.stream().filter(row -> row.get(column) != null).count()));
        System.out.printf("[queries] %-42s %,6d rows as %s%n", query.getFileName(), rows.size(), role(sql));
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).containsKeys(columns.toArray(String[]::new)));
        assertThat(answered)
                .allSatisfy((column, values) -> assertThat(values).as(column).isPositive());
    }

    @ParameterizedTest
    @MethodSource("queries")
    void shouldBeRefusedToWhoeverMayReadLess(Path query, DemoDatabase database) throws IOException {
        String sql = Files.readString(query);

        READERS.subList(0, READERS.indexOf(role(sql)))
                .forEach(principal -> assertThatThrownBy(() -> rows(database, principal, sql))
                        .as(principal)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refused -> assertThat(refused.getSQLState()).isEqualTo("42501")));
    }

    @Test
    void shouldTellTheStoriesThatWerePlanted(DemoDatabase database) throws IOException, SQLException {
        List<Map<String, Object>> places = rows(database, "01-places-above-expected.sql");
        List<Map<String, Object>> classes = rows(database, "02-new-persistent-or-fading.sql");
        Map<String, Object> pilot =
                rows(database, "09-detection-rate-in-the-pilot.sql").get(0);
        Map<String, Object> hemmingwell =
                rows(database, "10-hemmingwell-against-a-control.sql").get(0);

        assertThat(places)
                .hasSizeLessThanOrEqualTo(20)
                .anySatisfy(place -> assertThat(place).containsEntry("category", "streetsafe"));
        assertThat(classes).extracting(row -> row.get("answer")).contains("new", "fading");
        assertThat((Number) pilot.get("ratio_low"))
                .extracting(Number::doubleValue)
                .satisfies(low -> assertThat(low).isGreaterThan(1));
        assertThat((Long) hemmingwell.get("difference")).isPositive();
    }

    static List<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(QUERIES)) {
            List<Path> queries = files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
            assertThat(queries)
                    .extracting(file -> file.getFileName().toString())
                    .containsExactlyInAnyOrderElementsOf(ANSWERS.keySet());
            return queries;
        }
    }

    private static List<Map<String, Object>> rows(DemoDatabase database, String file) throws IOException, SQLException {
        String sql = Files.readString(QUERIES.resolve(file));
        return rows(database, role(sql), sql);
    }

    private static List<Map<String, Object>> rows(DemoDatabase database, String principal, String sql)
            throws SQLException {
        try (Connection connection = database.as(principal).getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            ResultSetMetaData columns = found.getMetaData();
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= columns.getColumnCount(); i++) {
                    row.put(columns.getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** Who may run it, as its heading says. */
    private static String role(String sql) {
        assertThat(sql).startsWith("-- Question: ").contains("\n-- Asked by: ");
        Matcher role = ROLE.matcher(sql);
        assertThat(role.find()).as("-- Role:").isTrue();
        return ROLES.get(role.group(1));
    }
}
