package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingProblemsTest {
    private static final String SOUND = """
            mapping: 1
            source: flare
            kind: retail-submission
            format: csv
            time-zone: Europe/London
            identity: Id
            withdraw-when: { State: [gone] }
            revision: { column: Changed, format: dd/MM/yyyy }
            occurred: { column: Date, format: dd/MM/yyyy }
            location: { easting: E, northing: N, grid: "EPSG:27700" }
            fields:
              incidentType: { column: Type, codes: { DRUGS: [Drugs], WEAPONS: [Knife] } }
              violence: { column: Violence, yes: [J], no: [N] }
              valueStolenPence: { column: Value, unit: pounds }
            required: [incidentType]
            never-read: [Name]
            optional-columns: [Value]
            """;

    @Test
    void shouldTakeASoundMapping() {
        Mapping mapping = Mapping.parse("flare", SOUND);

        assertThat(mapping.source()).isEqualTo("flare");
        assertThat(mapping.columns())
                .containsExactlyInAnyOrder("State", "Id", "Changed", "Date", "E", "N", "Type", "Violence", "Value");
        assertThat(mapping.requiredColumns()).contains("Type").doesNotContain("Value");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mapping: 1 | mapping: 2 | line 1: mapping is 2, but this program reads version 1.",
                "source: flare | source: Flare app | line 2: source is Flare app, but must be lower-case letters",
                "source: flare | sauce: flare | The mapping needs the key source: the id of the source",
                "source: flare | sauce: flare | line 2: sauce is not known here; the keys are mapping,",
                "kind: retail-submission | kind: retail | kind is retail, but must be one of hate-referral,",
                "format: csv | format: xlsx | format.type is xlsx, but must be one of csv, jsonl, json.",
                "format: csv | format: { type: csv, charset: UTF-9 } | format.charset is UTF-9, but must be one such as",
                "format: csv | format: { type: csv, delimiter: ab } | format.delimiter is ab, but must be one character",
                "format: csv | format: { type: jsonl, delimiter: ';' } | format.delimiter is not known here;",
                "Europe/London | Europe/Northampton | time-zone is Europe/Northampton, but must be a time zone such as",
                "identity: Id | identity: { else: content, column: [] } | identity needs column, content, or both",
                "identity: Id | identity: content | withdraw-when needs a source with ids",
                "column: Changed, format | format | revision needs the key column: the name of a column",
                "Changed, format: dd/MM/yyyy | Changed, format: yyyy-MM | gives a month, but must give a day or a date and time",
                "Date, format: dd/MM/yyyy | Date, format: DD/MM/yyyy | occurred.format is DD/MM/yyyy, which has the letter D",
                "Date, format: dd/MM/yyyy | Date, format: 'HH:mm' | gives a time of day, but must give a month or a day or",
                "{ column: Date, format: dd/MM/yyyy } | { date: { column: D, format: dd/MM/yyyy } } | occurred needs both date and time",
                "{ column: Date, format: dd/MM/yyyy } | { from: Date, to: Date } | occurred.from needs the key format, e.g. dd/MM/yyyy HH:mm, or iso",
                "EPSG:27700 | EPSG:3857 | location.grid is EPSG:3857, but must be one of EPSG:27700.",
                "northing: N, | '' | location needs the key northing: a column",
                "incidentType: { | incedentType: { | fields.incedentType is no field of a retail-submission; its fields are incidentType,",
                "DRUGS: [Drugs] | DRUG: [Drugs] | fields.incidentType.codes.DRUG is no code of RetailIncidentType; the codes are SHOPLIFTING,",
                "WEAPONS: [Knife] | WEAPONS: [' DRUGS'] | codes.WEAPONS has  DRUGS, as has DRUGS, but the field holds one code",
                "WEAPONS: [Knife] } | WEAPONS: [Knife] }, ignore: [KNIFE] | ignore has KNIFE, which codes has as well",
                "yes: [J], | '' | fields.violence needs words for both yes and no",
                "yes: [J], | yes: [N], | fields.violence.yes has N, as has no",
                "unit: pounds | unit: euros | fields.valueStolenPence.unit is euros, but must be one of pounds, pence.",
                "violence: { column: Violence, | violence: { | fields.violence needs the key column",
                "violence: { column: Violence, yes: [J], no: [N] } | outcomeOn: When | fields.outcomeOn needs the key format, e.g. dd/MM/yyyy HH:mm, or iso",
                "required: [incidentType] | required: [weapon] | required names weapon, which is not among the fields mapped",
                "never-read: [Name] | never-read: [Type] | never-read names Type, which the mapping reads elsewhere",
                "optional-columns: [Value] | optional-columns: [Val] | optional-columns names Val, which the mapping does not read",
                "required: [incidentType] | source: twice | source is given twice; give it once",
                "required: [incidentType] | required: { a: b } | required must be a text, or a list of texts, and not blank",
            })
    void shouldSayWhatIsWrongInASentence(String sound, String wrong, String problem) {
        String mapping = SOUND.replace(sound, wrong);

        assertThat(mapping).isNotEqualTo(SOUND);
        assertThatThrownBy(() -> Mapping.parse("flare", mapping))
                .isInstanceOf(MappingException.class)
                .hasMessageStartingWith("The mapping flare cannot be used:")
                .hasMessageContaining(problem);
    }

    @Test
    void shouldFindEverythingThatIsWrongAtOnce() {
        String mapping = """
                mapping: 1
                source: Flare
                kind: safety-concern
                format: csv
                time-zone: Nowhere
                identity: content
                occurred: { column: Date, format: dd/mm/yyyy }
                fields:
                  placeReasons: { column: Reasons, codes: { DARK: [Dark] } }
                  colour: Colour
                """;

        MappingException wrong = catchThrowableOfType(MappingException.class, () -> Mapping.parse("flare", mapping));

        assertThat(wrong.problems())
                .hasSize(6)
                .allMatch(problem -> problem.startsWith("line ") && problem.endsWith("."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "just a text", "- a\n- list", "a: [1", "\t"})
    void shouldSayThatATextIsNoMapping(String text) {
        assertThatThrownBy(() -> Mapping.parse("notes.txt", text)).isInstanceOf(MappingException.class);
    }

    @Test
    void shouldSayWhichMappingsThereAreWhereThereIsNoSuchFile() {
        assertThatThrownBy(() -> Mapping.read("streetsave"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("streetsafe, stop-hate-uk, retail");
    }

    @Test
    void shouldReadEveryShippedMapping() {
        assertThat(Mapping.shipped())
                .allSatisfy(name -> assertThat(Mapping.read(name).source()).isEqualTo(name));
    }

    @Test
    void shouldReadTheExampleMapping() {
        Path example = Repository.root().resolve("docs/examples/police-uk/police-uk.yaml");

        assertThat(Mapping.read(example).source()).isEqualTo("police-uk");
    }
}
