package org.lamplight.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.ReleasedTrend;

class ReleaseDocumentTest {
    private static final List<Field> FIELDS = ReleasedTrend.getClassSchema().getFields();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final List<ReleasedTrend> rows = Stream.of(
                    Rows.full("2026-11-22", "E06000061"), Rows.withheld("2026-11-22", "E05000002", "E06000061"))
            .map(row -> ReleasedTrend.newBuilder(row)
                    .setAreaName("Kettering, \"St Peter's\"")
                    .build())
            .toList();

    @Test
    void shouldSayWhatItIs() throws IOException {
        JsonNode json = json(rows);

        assertThat(json.at("/type").textValue()).isEqualTo("release.published");
        assertThat(json.at("/timestamp").textValue()).isEqualTo("2026-11-22T12:00:00Z");
        assertThat(json.at("/data/release").textValue()).isEqualTo("2026-11-22");
        assertThat(json.at("/data/recipient").textValue()).isEqualTo("E06000061");
        assertThat(json.at("/data/page").intValue()).isEqualTo(2);
        assertThat(json.at("/data/pages").intValue()).isEqualTo(3);
    }

    @Test
    void shouldCarryEveryFieldOfTheTopicInJson() throws IOException {
        JsonNode json = json(rows).at("/data/rows");

        assertThat(json).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            for (Field field : FIELDS) {
                Object value = rows.get(i).get(field.pos());
                JsonNode read = json.get(i).get(field.name());
                assertThat(read.isNull()).as(field.name()).isEqualTo(value == null);
                assertThat(read.asText()).as(field.name()).isEqualTo(String.valueOf(value));
                assertThat(read.isNumber()).as(field.name()).isEqualTo(value instanceof Number);
                assertThat(read.isBoolean()).as(field.name()).isEqualTo(value instanceof Boolean);
            }
        }
    }

    @Test
    void shouldCarryTheSameValuesInCsv() throws IOException {
        JsonNode json = json(rows).at("/data/rows");

        List<NamedCsvRecord> csv = csv(rows);

        assertThat(csv).hasSize(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(csv.get(i).getHeader())
                    .isEqualTo(FIELDS.stream().map(Field::name).toList());
            for (Field field : FIELDS) {
                JsonNode value = json.get(i).get(field.name());
                assertThat(csv.get(i).getField(field.name()))
                        .as(field.name())
                        .isEqualTo(value.isNull() ? "" : value.asText());
            }
        }
    }

    @Test
    void shouldKeepSpreadsheetsFromRunningWhatATextSays() {
        List<String> dangerous = List.of("=HYPERLINK(1)", "+1", "-1", "@SUM(1)", "\t=1", "\r=1");

        List<ReleasedTrend> made = dangerous.stream()
                .map(note -> ReleasedTrend.newBuilder(rows.get(0)).setNote(note).build())
                .toList();

        assertThat(csv(made))
                .extracting(row -> row.getField("note"))
                .containsExactlyElementsOf(
                        dangerous.stream().map(note -> "'" + note).toList());
    }

    @Test
    void shouldBeTheSameBytesForTheSameRows() {
        assertThat(document(rows).json()).isEqualTo(document(List.copyOf(rows)).json());
        assertThat(document(rows).csv()).isEqualTo(document(List.copyOf(rows)).csv());
    }

    private static ReleaseDocument document(List<ReleasedTrend> rows) {
        return new ReleaseDocument("2026-11-22", NOON, "E06000061", 2, 3, rows);
    }

    private static JsonNode json(List<ReleasedTrend> rows) throws IOException {
        return new ObjectMapper().readTree(document(rows).json());
    }

    private static List<NamedCsvRecord> csv(List<ReleasedTrend> rows) {
        return CsvReader.builder().ofNamedCsvRecord(new String(document(rows).csv(), UTF_8)).stream()
                .toList();
    }
}
