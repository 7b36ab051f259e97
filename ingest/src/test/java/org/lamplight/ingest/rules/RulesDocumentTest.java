package org.lamplight.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RulesDocumentTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z0-9.-]+)` \\| \\S.*? \\| \\S.*? \\|$");
    private static final Path DOCUMENT = document();

    @Test
    void shouldExplainEveryRuleOnceAndNoOther() throws IOException {
        List<String> explained = ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(explained)
                .containsExactlyElementsOf(
                        Arrays.stream(Rule.values()).map(Rule::id).toList());
    }

    @Test
    void shouldGiveEveryRuleASentenceThatEnds() {
        assertThat(Rule.values())
                .allSatisfy(rule -> assertThat(rule.sentence()).endsWith("."))
                .extracting(Rule::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z]+\\.[a-z0-9-]+"));
    }

    @Test
    void shouldNameTheFieldInAProblem() {
        assertThat(Rule.TIME_MISSING.problem(7, "Date").message()).isEqualTo("Date is blank: say when it happened.");
        assertThat(Rule.TIME_MISSING.problem(7, "Date").line()).isEqualTo(7);
    }

    private static Path document() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/RULES.md"))) {
            folder = folder.getParent();
        }
        return folder.resolve("docs/RULES.md");
    }
}
