package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.mapping.Outcome.Rejected;
import org.lamplight.ingest.mapping.Outcome.Skipped;
import org.lamplight.ingest.rows.Problem;

/** What the mapping language can say beyond what the shipped mappings need. */
class MappingLanguageTest {
    private static final String FLARE = """
            mapping: 1
            source: flare
            kind: safety-concern
            format: csv
            time-zone: Europe/London
            identity: Id
            occurred: { column: When, format: [dd/MM/yyyy, yyyy-MM] }
            location: { latitude: Lat, longitude: Lng }
            fields:
              placeReasons: { column: Why, separator: "|" }
            """;

    @Test
    void shouldTakeOnlyTheRowsThatTheMappingTakes() {
        Mapping mapping = Mapping.parse("flare", FLARE + "take-when: { Type: [Street, Park], App: [flare] }\n");

        List<Outcome> outcomes = Fixture.map(mapping, """
                Id,When,Lat,Lng,Why,Type,App
                1,05/01/2026,52.2372,-0.8961,,street,FLARE
                2,05/01/2026,52.2372,-0.8961,,Bus,flare
                3,nonsense,0,0,,Bus,flare
                4,05/01/2026,52.2372,-0.8961,,Park,other
                """);

        assertThat(outcomes.get(0)).isInstanceOf(Accepted.class);
        assertThat(outcomes.subList(1, 4)).hasOnlyElementsOfType(Skipped.class);
    }

    @Test
    void shouldKnowOurOwnCodesWithoutACodeList() {
        Struct value = only(FLARE, "1,05/01/2026,52.2372,-0.8961,BADLY_LIT|run-down|No CCTV|Fog");

        assertThat(value.getArray("placeReasons")).isEqualTo(List.of("BADLY_LIT", "RUN_DOWN", "NO_CCTV", "OTHER"));
        assertThat(unknownTexts(value)).containsExactly("Fog");
    }

    @Test
    void shouldTakeOneTextForSeveralCodes() {
        String mapping = FLARE.replace(
                "separator: \"|\"",
                "codes: { BADLY_LIT: [Dark and empty], EMPTY_OR_ISOLATED: [Dark and empty, Empty] }");

        Struct value = only(mapping, "1,05/01/2026,52.2372,-0.8961,dark and empty");

        assertThat(value.getArray("placeReasons").stream().map(Object::toString))
                .containsExactlyInAnyOrder("BADLY_LIT", "EMPTY_OR_ISOLATED");
        assertThat(unknownTexts(value)).isEmpty();
    }

    @Test
    void shouldKeepNoMoreOfUnknownCodesThanIsSane() {
        String long100 = "\ud83d\ude00".repeat(50);
        Struct longCode = only(FLARE, "1,05/01/2026,52.2372,-0.8961,x" + long100);
        Struct manyCodes = only(FLARE, "1,05/01/2026,52.2372,-0.8961," + "a|b|c|d|e|".repeat(1000));

        assertThat(unknownTexts(longCode)).containsExactly("x" + "\ud83d\ude00".repeat(31));
        assertThat(unknownTexts(manyCodes)).hasSize(ExportReading.MOST_CODES);
        assertThat(manyCodes.getArray("placeReasons")).isEqualTo(List.of("OTHER"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-02, 2026-02-01T00:00:00Z, 2026-03-01T00:00:00Z",
        "2026-03, 2026-03-01T00:00:00Z, 2026-03-31T23:00:00Z",
        "28/03/2026, 2026-03-28T00:00:00Z, 2026-03-29T00:00:00Z",
    })
    void shouldTakeDaysAndMonthsAsIntervals(String when, Instant from, Instant to) {
        Struct report = only(FLARE, "1," + when + ",52.2372,-0.8961,").getStruct("report");

        assertThat(report.get("occurredFrom")).isEqualTo(Date.from(from));
        assertThat(report.get("occurredTo")).isEqualTo(Date.from(to));
    }

    @Test
    void shouldTakeTheTimeOfReceiptFromTheExportOrElseFromTheClock() {
        String mapping = FLARE + "received: { column: Received, format: iso }\n";
        String export = """
                Id,When,Lat,Lng,Why,Received
                1,05/01/2026,52.2372,-0.8961,,2026-01-06T10:00:00Z
                2,05/01/2026,52.2372,-0.8961,,
                3,05/01/2026,52.2372,-0.8961,,2026-04-01T00:00:00Z
                """;

        List<Outcome> outcomes = Fixture.map(Mapping.parse("flare", mapping), export);

        assertThat(report(outcomes.get(0)).get("receivedAt"))
                .isEqualTo(Date.from(Instant.parse("2026-01-06T10:00:00Z")));
        assertThat(report(outcomes.get(1)).get("receivedAt")).isEqualTo(Date.from(Fixture.NOW));
        assertThat(problem(outcomes.get(2)).rule()).isEqualTo("time.future");
    }

    @Test
    void shouldRefuseARowWithoutARequiredField() {
        Mapping mapping = Mapping.parse("flare", FLARE + "required: [placeReasons]\n");

        Outcome outcome = Fixture.map(mapping, "Id,When,Lat,Lng,Why\n1,05/01/2026,52.2372,-0.8961, | \n")
                .get(0);

        assertThat(problem(outcome).rule()).isEqualTo("required.missing");
        assertThat(problem(outcome).field()).isEqualTo("Why");
        assertThat(problem(outcome).line()).isEqualTo(2);
    }

    @Test
    void shouldIdentifyAReportBySeveralColumns() {
        Mapping mapping = Mapping.parse("flare", FLARE.replace("identity: Id", "identity: { column: [Id, When] }"));

        List<Outcome> outcomes = Fixture.map(mapping, """
                Id,When,Lat,Lng,Why
                1,05/01/2026,52.2372,-0.8961,
                1,06/01/2026,52.2372,-0.8961,
                1,05/01/2026,52.2372,-0.8961,Other
                """);

        List<String> ids = outcomes.stream()
                .map(outcome -> ((Accepted) outcome).reportId())
                .toList();
        assertThat(ids.get(2)).isEqualTo(ids.get(0)).isNotEqualTo(ids.get(1));
    }

    @Test
    void shouldGoWithoutAnOptionalColumn() {
        Mapping mapping = Mapping.parse("flare", FLARE + "optional-columns: [Why]\n");

        List<Outcome> outcomes = Fixture.map(mapping, "Id,When,Lat,Lng\n1,05/01/2026,52.2372,-0.8961\n");

        assertThat(outcomes).singleElement().isInstanceOf(Accepted.class);
    }

    @Test
    void shouldReadItemsOfAJsonDocument() {
        String mapping = FLARE.replace("format: csv", "format: { type: json, items: data.reports }")
                .replace("Why", "why.reasons");
        String export = """
                {"data": {"reports": [
                  {"Id": 7, "When": "05/01/2026", "Lat": 52.2372, "Lng": -0.8961,
                   "why": {"reasons": ["Badly lit", "Run down|Fog"]}},
                  {"Id": null, "When": "05/01/2026", "Lat": 52.2372, "Lng": -0.8961}
                ]}}
                """;

        List<Outcome> outcomes = Fixture.map(Mapping.parse("flare", mapping), export);

        assertThat(value(outcomes.get(0)).getArray("placeReasons"))
                .isEqualTo(List.of("BADLY_LIT", "RUN_DOWN", "OTHER"));
        assertThat(problem(outcomes.get(1)).rule()).isEqualTo("identity.missing");
        assertThat(problem(outcomes.get(1)).line()).isEqualTo(2);
    }

    private static Struct only(String mapping, String row) {
        List<Outcome> outcomes = Fixture.map(Mapping.parse("flare", mapping), "Id,When,Lat,Lng,Why\n" + row + "\n");
        assertThat(outcomes).hasSize(1);
        return value(outcomes.get(0));
    }

    private static Struct value(Outcome outcome) {
        return ((Accepted) outcome).value();
    }

    private static Struct report(Outcome outcome) {
        return value(outcome).getStruct("report");
    }

    private static Problem problem(Outcome outcome) {
        return ((Rejected) outcome).problem();
    }

    private static List<String> unknownTexts(Struct value) {
        List<Struct> codes = value.getStruct("report").getArray("unknownCodes");
        return codes.stream().map(code -> code.getString("text")).toList();
    }
}
