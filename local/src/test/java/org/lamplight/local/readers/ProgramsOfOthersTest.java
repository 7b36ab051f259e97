package org.lamplight.local.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.local.Programs;
import org.lamplight.local.access.Principals;

/** The views by the programs that people use: psql, and GDAL, by which QGIS and many others read. */
@ExtendWith(DemoDatabase.Filled.class)
class ProgramsOfOthersTest {
    private static final String HOTSPOTS =
            QueriesTest.QUERIES.resolve("hotspots.vrt").toString();

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "analyst, 05-feeds-complete-and-current.sql, 'source,last_occurred_at,'",
        "opfcc, 08-retail-crime-or-reporting.sql, 'area_name,month,submissions,'",
        DemoDatabase.NORTH + ", 08-retail-crime-with-violence.sql, 'area_name,period,first_day,submissions,'"
    })
    void shouldAnswerInPsqlAsEachRole(String principal, String query, String header, DemoDatabase database)
            throws IOException {
        assumeInstalled("psql");

        String answer = psql(
                database,
                principal,
                "--csv",
                "-f",
                QueriesTest.QUERIES.resolve(query).toString());

        assertThat(answer).startsWith(header);
        assertThat(answer.lines()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, lamplight.incident",
        "opfcc, analyst.incident",
        DemoDatabase.NORTH + ", opfcc.trend",
        DemoDatabase.NORTH + ", lamplight.released"
    })
    void shouldBeRefusedInPsqlWhatIsNotTheirs(String principal, String relation, DemoDatabase database) {
        assumeInstalled("psql");

        assertThatThrownBy(() -> psql(database, principal, "-c", "select count(*) from " + relation))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("permission denied for schema");
    }

    @Test
    void shouldExplainColumnsInPsql(DemoDatabase database) throws IOException {
        assumeInstalled("psql");

        assertThat(psql(database, Principals.ANALYST, "-c", "\\d+ analyst.hotspot"))
                .contains("Last local date counted; every window ends with it and includes it.");
    }

    @Test
    void shouldBeALayerOfPointsInGdal(DemoDatabase database) throws IOException, SQLException {
        assumeInstalled("ogr2ogr");
        Path file = directory.resolve("hotspots.geojson");

        String summary = run(database, Principals.ANALYST, "ogrinfo", "-ro", "-al", "-so", HOTSPOTS);
        run(database, Principals.ANALYST, "ogr2ogr", "-f", "GeoJSON", file.toString(), HOTSPOTS);

        long rows = count(database, "analyst.hotspot where disk_count_56 > 0");
        assertThat(summary)
                .contains("Geometry: Point", "Feature Count: " + rows, "ID[\"EPSG\",4326]", "expected_28: Real");
        JsonNode features = new ObjectMapper().readTree(file.toFile()).get("features");
        assertThat(features).hasSize((int) rows).allSatisfy(feature -> {
            JsonNode point = feature.at("/geometry/coordinates");
            assertThat(point.get(0).doubleValue()).isBetween(-1.34, -0.33);
            assertThat(point.get(1).doubleValue()).isBetween(51.96, 52.66);
            assertThat(feature.at("/properties/category").textValue()).isNotBlank();
        });
    }

    @Test
    void shouldBeATableInGdalForACouncil(DemoDatabase database) throws IOException {
        assumeInstalled("ogr2ogr");
        Path file = directory.resolve("released.csv");

        run(
                database,
                DemoDatabase.NORTH,
                "ogr2ogr",
                "-f",
                "CSV",
                file.toString(),
                "PG:",
                "-sql",
                "select area_name, category, first_day, count from partner.trend where latest");

        assertThat(file)
                .content()
                .startsWith("area_name,category,first_day,count")
                .contains("North Northamptonshire");
        assertThatThrownBy(() -> run(
                        database,
                        DemoDatabase.NORTH,
                        "ogr2ogr",
                        "-f",
                        "CSV",
                        file.toString(),
                        "PG:",
                        "-sql",
                        "select * from analyst.hotspot"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("permission denied for schema");
    }

    private static String psql(DemoDatabase database, String principal, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("psql", "-X", "-v", "ON_ERROR_STOP=1"));
        command.addAll(List.of(arguments));
        return run(database, principal, command.toArray(String[]::new));
    }

    private static String run(DemoDatabase database, String principal, String... command) throws IOException {
        return Programs.run(Path.of("."), database.environment(principal), command);
    }

    private static long count(DemoDatabase database, String relation) throws SQLException {
        try (Connection connection = database.as(Principals.ANALYST).getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from " + relation)) {
            count.next();
            return count.getLong(1);
        }
    }

    private static void assumeInstalled(String program) {
        assumeThatCode(() -> Programs.run(Path.of("."), Map.of(), program, "--version"))
                .as("%s", program)
                .doesNotThrowAnyException();
    }
}
