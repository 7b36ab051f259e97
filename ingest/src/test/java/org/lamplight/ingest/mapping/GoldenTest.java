package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.ingest.rows.Row;

/** Golden cases: a mapping, the rows of an export, and what becomes of each. */
class GoldenTest {
    @ParameterizedTest
    @CsvSource({"streetsafe, export.csv", "stop-hate-uk, export.jsonl", "retail, export.csv"})
    void shouldMapEachRowAsTheGoldenFileSays(String mappingName, String export) throws IOException {
        Mapping mapping = Mapping.read(mappingName);
        List<Row> rows = Fixture.rows(mapping, text(mappingName + "/" + export));

        ExportMapper mapper = Fixture.mapper(mapping).export();
        List<String> shown =
                rows.stream().map(row -> Shown.outcome(row, mapper.map(row))).toList();

        assertThat(String.join("\n", shown))
                .isEqualTo(text(mappingName + "/expected.txt").strip());
    }

    private static String text(String name) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream("golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
