package org.lamplight.local.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks the questions of docs/REPORTING.md, each by its one call, as those who ask them. */
@ExtendWith(DemoDatabase.Filled.class)
class TenQuestionsTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "REPORTING.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (analyst|council|opfcc) \\| (.+?) \\| `(/.*?)` \\| `(.+?)` \\|$");
    private static final Pattern FIELDS = Pattern.compile("[?&]fields=([^&]+)");

    private static DemoService service;

    private record Question(String who, String text, String page, String call) {
        @Override
        public String toString() {
            return who + ": " + text;
        }

        String reader() {
            return who.equals("council") ? DemoService.NORTH : who;
        }

        List<String> fields() {
            return FIELDS.matcher(call)
                    .results()
                    .flatMap(found -> Stream.of(found.group(1).split(",", -1)))
                    .toList();
        }
    }

    @BeforeAll
    static void start(DemoDatabase database) {
        service = new DemoService(database);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldAnswerInOneCall(Question question) {
        JsonNode items = service.json(
                        "/api/collections/" + question.call().replace("/items?", "/items.json?"), question.reader())
                .get("items");

        System.out.printf("[questions] %-62s %4d rows%n", question, items.size());
        assertThat(items).isNotEmpty();
        assertThat(question.fields())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(items)
                        .as(field)
                        .anySatisfy(item -> assertThat(item.get(field).isNull()).isFalse()));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void shouldHaveAPage(Question question) {
        assertThat(service.get(question.page().replaceFirst("#.*", ""), DemoService.NOBODY)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void shouldBeAllTen() throws IOException {
        // One is asked by two, in words of their own after the colon.
        assertThat(questions().map(question -> question.text().replaceFirst(":.*", "")))
                .hasSize(11)
                .satisfies(texts -> assertThat(Set.copyOf(texts)).hasSize(10));
    }

    static Stream<Question> questions() throws IOException {
        return ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .map(row -> new Question(row.group(1), row.group(2), row.group(3), row.group(4)));
    }
}
