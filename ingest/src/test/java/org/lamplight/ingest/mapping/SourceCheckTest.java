package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.ingest.mapping.CheckReport.Refusal;
import org.lamplight.ingest.rows.RowReader;

class SourceCheckTest {
    private static final Mapping MAPPING = Mapping.parse("flare", """
            mapping: 1
            source: flare
            kind: safety-concern
            format: csv
            time-zone: Europe/London
            take-when: { Type: [Street] }
            identity: Id
            withdraw-when: { State: [gone] }
            occurred: { column: When, format: dd/MM/yyyy }
            location: { latitude: Lat, longitude: Lng }
            fields:
              placeReasons: { column: Why, separator: "|" }
              behaviours: { column: Who }
            never-read: [Name, Caller]
            optional-columns: [Who]
            """);

    @Test
    void shouldSayWhatWouldBecomeOfAnExport() throws IOException {
        List<Long> progress = new ArrayList<>();

        CheckReport report = check("""
                Id,When,Lat,Lng,Why,Type,State,Name,Mood,Caller.Phone,Callers
                1,05/01/2026,52.2372,-0.8961,Fog|Badly lit,Street,,A,B,C,D
                2,05/01/2026,52.2372,-0.8961,Fog|Ice,Street,,A,B,C,D
                2,05/01/2026,52.2372,-0.8961,Badly lit,Street,,A,B,C,D
                2,,,,,Street,gone,A,B,C,D
                3,05/01/2026,52.2372,-0.8961,Badly lit,Bus,,A,B,C,D
                4,30/02/2026,52.2372,-0.8961,,Street,,A,B,C,D
                5,31/02/2026,52.2372,-0.8961,,Street,,A,B,C,D
                6,05/01/2026,0,0,,Street,,A,B,C,D
                7,05/01/2026,0,0,,Street
                """, progress);

        assertThat(report.rows()).isEqualTo(9);
        assertThat(report.accepted()).isEqualTo(3);
        assertThat(report.withdrawn()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(1);
        assertThat(report.rejectedRows()).isEqualTo(4);
        assertThat(report.repeats()).isEqualTo(2);
        assertThat(report.rejected())
                .extracting(Refusal::rule, Refusal::field, Refusal::count, Refusal::firstLines)
                .containsExactly(
                        tuple("time.invalid", "When", 2L, List.of(7L, 8L)),
                        tuple("location.zero", "Lat, Lng", 1L, List.of(9L)),
                        tuple("row.column-count", null, 1L, List.of(10L)));
        assertThat(report.unknownCodes().get("placeReasons")).containsExactly(entry("Fog", 2L), entry("Ice", 1L));
        assertThat(report.unknownColumns()).containsExactly("Callers", "Mood");
        assertThat(report.absentColumns()).containsExactly("Who");
        assertThat(progress).last().isEqualTo(9L);
    }

    @Test
    void shouldSayThatAFileLacksColumns() throws IOException {
        CheckReport report = check("Id;When;Lat;Lng;Why;Type;State\n1;05/01/2026;1;1;;;\n", new ArrayList<>());

        assertThat(report.rows()).isZero();
        assertThat(report.rejected()).singleElement().satisfies(refusal -> {
            assertThat(refusal.rule()).isEqualTo("file.columns-missing");
            assertThat(refusal.firstLines()).containsExactly(0L);
        });
        assertThat(report.absentColumns()).isEmpty();
    }

    @Test
    void shouldListNoMoreUnknownCodesThanAPersonCanRead() throws IOException {
        StringBuilder export = new StringBuilder("Id,When,Lat,Lng,Why,Type,State\n");
        for (int i = 0; i < 1500; i++) {
            export.append(i).append(",05/01/2026,52.2372,-0.8961,Odd").append(i).append(",Street,\n");
        }

        CheckReport report = check(export.toString(), new ArrayList<>());

        assertThat(report.unknownCodes().get("placeReasons")).hasSize(1000);
        assertThat(report.moreUnknownCodes()).isEqualTo(500);
    }

    private static CheckReport check(String export, List<Long> progress) throws IOException {
        byte[] bytes = export.getBytes(StandardCharsets.UTF_8);
        try (RowReader rows =
                RowReader.open(new ByteArrayInputStream(bytes), MAPPING.format(), MAPPING.requiredColumns())) {
            return SourceCheck.run(Fixture.mapper(MAPPING), rows, progress::add);
        }
    }
}
