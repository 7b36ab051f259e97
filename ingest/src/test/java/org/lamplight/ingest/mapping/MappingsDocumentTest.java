package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.lamplight.ingest.mapping.Outcome.Accepted;

/** docs/MAPPINGS.md says what is true. */
class MappingsDocumentTest {
    private static final String DOCUMENT = document();

    @Test
    void shouldMapTheExportOfTheWalkThrough() {
        String yaml = block("yaml", 0);
        Mapping mapping = Mapping.parse("flare.yaml", yaml);

        List<Outcome> outcomes = Fixture.map(mapping, block("csv", 0));

        assertThat(outcomes).hasSize(2).hasOnlyElementsOfType(Accepted.class);
        assertThat(outcomes.get(0).toString()).contains("BADLY_LIT", "Drug dealing", "Nobody");
        assertThat(outcomes.get(1).toString()).contains("WITHDRAW");
    }

    @Test
    void shouldKnowEveryCodeOnceTheWalkThroughIsDone() {
        String yaml = block("yaml", 0)
                .replace("[No street lights, Too dark]\n", "[No street lights, Too dark]\n" + block("yaml", 1))
                .replace("[I was followed]\n", "[I was followed]\n" + block("yaml", 2));
        Mapping mapping = Mapping.parse("flare.yaml", yaml);

        List<Outcome> outcomes = Fixture.map(mapping, block("csv", 0));

        assertThat(outcomes.get(0).toString())
                .contains("BADLY_LIT", "DRUG_OR_ALCOHOL_USE")
                .doesNotContain("OTHER");
    }

    @Test
    void shouldNameEveryFieldAndCodeOfEveryKind() {
        for (Kind kind : Kind.BY_ID.values()) {
            assertThat(DOCUMENT).contains("`" + kind.id() + "`");
            for (Schema.Field field : kind.schema().getFields()) {
                if (!field.name().equals(Kind.REPORT)) {
                    assertThat(DOCUMENT).contains("`" + field.name() + "`");
                    assertThat(DOCUMENT).contains(String.join(", ", codes(field.schema())));
                }
            }
        }
    }

    private static List<String> codes(Schema type) {
        return switch (type.getType()) {
            case ENUM -> type.getEnumSymbols();
            case ARRAY -> codes(type.getElementType());
            default -> List.of();
        };
    }

    private static String block(String language, int place) {
        Matcher blocks = Pattern.compile("(?s)```" + language + "\n(.*?)```").matcher(DOCUMENT);
        return blocks.results().skip(place).findFirst().orElseThrow().group(1);
    }

    private static String document() {
        try {
            return Files.readString(Repository.root().resolve("docs/MAPPINGS.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
