package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.rows.Row;

class IdentityTest {
    private static final Mapping MAPPING = Mapping.read("streetsafe");
    private static final String HEADER = "Submitted,Date,Time,Latitude,Longitude,Place reasons,Behaviour reasons,"
            + "Reported to police,Age range,Gender,Ethnicity\n";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldGiveDistinctRowsTheSameIdsInWhateverOrderTheyCome(long seed) {
        List<String> rows = new ArrayList<>(distinct(500, new Random(seed)));
        Map<String, String> ids = idsByRow(rows);

        Collections.shuffle(rows, new Random(seed + 100));

        assertThat(idsByRow(rows)).isEqualTo(ids);
        assertThat(new HashSet<>(ids.values())).hasSameSizeAs(rows);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldAddOnlyTheNewRowsOfAnExportThatOverlapsAnEarlierOne(long seed) {
        Random random = new Random(seed);
        List<String> earlier = withRepeats(distinct(300, random), random);
        List<String> later = new ArrayList<>(earlier);
        later.addAll(distinct(200, random));
        Collections.shuffle(later, random);

        Set<String> ids = new HashSet<>(ids(earlier));
        ids.addAll(ids(later));

        assertThat(ids(earlier)).doesNotHaveDuplicates().hasSameSizeAs(earlier);
        assertThat(ids).hasSameSizeAs(later);
    }

    @Test
    void shouldGoOnInTheMiddleAsIfItHadNeverStopped() {
        Random random = new Random(4);
        List<Row> rows = Fixture.rows(MAPPING, HEADER + String.join("", withRepeats(distinct(200, random), random)));
        List<Outcome> straight = mapped(rows);

        ExportMapper resumed = Fixture.mapper(MAPPING).export();
        rows.subList(0, 250).forEach(resumed::map);
        List<Outcome> rest =
                rows.subList(250, rows.size()).stream().map(resumed::map).toList();

        assertThat(rest).isEqualTo(straight.subList(250, rows.size()));
    }

    @Test
    void shouldNotMindColumnsThatAreNeverReadNorSpaceNorTheOrderOfColumns() {
        String first = HEADER + "05/01/2026 22:13,04/01/2026,21:40,52.2372,-0.8961,Badly lit,,No,25-34,Female,\n";
        String second = """
                Longitude,Latitude,Submitted,Date,Time,Behaviour reasons,Place reasons
                 -0.8961 ,52.2372,05/01/2026 22:13,04/01/2026,21:40,,  Badly lit
                """;

        assertThat(id(Fixture.map(MAPPING, second).get(0)))
                .isEqualTo(id(Fixture.map(MAPPING, first).get(0)));
    }

    @Test
    void shouldNotGiveAwayThatTwoSourcesHaveTheSameId() {
        String mapping = """
                mapping: 1
                source: %s
                kind: safety-concern
                format: csv
                time-zone: UTC
                identity: Id
                occurred: { column: Date, format: yyyy-MM-dd }
                location: { latitude: Lat, longitude: Lng }
                """;
        String export = "Id,Date,Lat,Lng\n1,2026-01-05,52.2372,-0.8961\n";

        String one = id(Fixture.map(Mapping.parse("one", mapping.formatted("one")), export)
                .get(0));
        String two = id(Fixture.map(Mapping.parse("two", mapping.formatted("two")), export)
                .get(0));

        assertThat(one).matches("[0-9a-f]{32}").isNotEqualTo(two);
    }

    private static List<String> ids(List<String> rows) {
        return Fixture.map(MAPPING, HEADER + String.join("", rows)).stream()
                .map(IdentityTest::id)
                .toList();
    }

    private static Map<String, String> idsByRow(List<String> rows) {
        List<String> ids = ids(rows);
        Map<String, String> byRow = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            byRow.put(rows.get(i), ids.get(i));
        }
        return byRow;
    }

    private static List<Outcome> mapped(List<Row> rows) {
        ExportMapper mapper = Fixture.mapper(MAPPING).export();
        return rows.stream().map(mapper::map).toList();
    }

    private static String id(Outcome outcome) {
        return ((Accepted) outcome).reportId();
    }

    /** Each row once, and some twice or three times, in no order. */
    private static List<String> withRepeats(List<String> rows, Random random) {
        List<String> repeated = new ArrayList<>(rows);
        for (String row : rows) {
            repeated.addAll(Collections.nCopies(random.nextInt(3), row));
        }
        Collections.shuffle(repeated, random);
        return repeated;
    }

    private static List<String> distinct(int count, Random random) {
        Set<String> rows = new HashSet<>();
        while (rows.size() < count) {
            rows.add("%02d/02/2026 22:13,%02d/01/2026,%02d:%02d,52.2%03d,-0.89%03d,Badly lit,,,,,%n"
                    .formatted(
                            1 + random.nextInt(28),
                            1 + random.nextInt(31),
                            random.nextInt(24),
                            random.nextInt(60),
                            random.nextInt(1000),
                            random.nextInt(1000)));
        }
        return new ArrayList<>(rows);
    }
}
