package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.Cells;
import org.lamplight.ingest.mapping.CheckReport.Refusal;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;

/** Eleven months of real street-level crime, mapped by the example mapping alone. */
class PoliceUkTest {
    private static final Mapping MAPPING =
            Mapping.read(Repository.root().resolve("docs/examples/police-uk/police-uk.yaml"));

    /** What a file holds, counted without the mapping. */
    private record Count(long missing, long outside, long accepted, long reports) {}

    @Test
    void shouldAcceptRejectAndIdentifyAsAnIndependentCountSays() throws IOException {
        for (Path file : files()) {
            Count count = count(file);

            CheckReport report = check(file);

            assertThat(report.accepted()).as(file.toString()).isEqualTo(count.accepted());
            assertThat(rejected(report))
                    .containsEntry("location.missing", count.missing())
                    .containsEntry("location.outside-area", count.outside())
                    .hasSize(2);
            assertThat(report.accepted() - report.repeats()).isEqualTo(count.reports());
            assertThat(report.unknownCodes()).isEmpty();
            assertThat(report.unknownColumns()).isEmpty();
            assertThat(report.absentColumns()).isEmpty();
        }
    }

    @Test
    void shouldGiveTheSameIdsToAFileReadAgain() throws IOException {
        Path file = files().get(0);

        List<String> first = ids(file);

        assertThat(ids(file)).isEqualTo(first);
    }

    private static Count count(Path file) throws IOException {
        long missing = 0;
        long outside = 0;
        long accepted = 0;
        long withoutId = 0;
        Set<String> ids = new HashSet<>();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord record : records) {
                String latitude = record.getField("Latitude");
                String longitude = record.getField("Longitude");
                String id = record.getField("Crime ID");
                if (latitude.isEmpty() || longitude.isEmpty()) {
                    missing++;
                } else if (!Fixture.AREAS.covers(
                        Cells.at(Double.parseDouble(latitude), Double.parseDouble(longitude)))) {
                    outside++;
                } else {
                    accepted++;
                    withoutId += id.isEmpty() ? 1 : 0;
                    ids.add(id);
                }
            }
        }
        ids.remove("");
        return new Count(missing, outside, accepted, ids.size() + withoutId);
    }

    private static Map<String, Long> rejected(CheckReport report) {
        Map<String, Long> counts = new HashMap<>();
        counts.put("location.missing", 0L);
        for (Refusal refusal : report.rejected()) {
            counts.merge(refusal.rule(), refusal.count(), Long::sum);
        }
        return counts;
    }

    private static CheckReport check(Path file) throws IOException {
        try (RowReader rows = open(file)) {
            return SourceCheck.run(Fixture.mapper(MAPPING), rows, done -> {});
        }
    }

    private static List<String> ids(Path file) throws IOException {
        ExportMapper mapper = Fixture.mapper(MAPPING).export();
        List<String> ids = new ArrayList<>();
        try (RowReader rows = open(file)) {
            for (Optional<Entry> next = rows.next(); next.isPresent(); next = rows.next()) {
                if (mapper.map((Row) next.get()) instanceof Accepted accepted) {
                    ids.add(accepted.reportId());
                }
            }
        }
        return ids;
    }

    private static RowReader open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return RowReader.open(bytes, MAPPING.format(), MAPPING.requiredColumns());
    }

    private static List<Path> files() throws IOException {
        Optional<Path> data = Repository.sharedData();
        assumeTrue(data.isPresent(), "no folder shared/data beside the repository: nothing is checked");
        try (Stream<Path> files = Files.list(data.get().resolve("police-uk"))) {
            return files.filter(file -> file.toString().endsWith("-street.csv"))
                    .sorted()
                    .toList();
        }
    }
}
