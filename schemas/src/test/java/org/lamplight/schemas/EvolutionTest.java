package org.lamplight.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.schemas.registry.PublishedSchema;

/**
 * Every version that a contract ever had is in {@code src/test/resources/golden/<subject>/v<n>.avsc}, and each reads
 * all others.
 */
class EvolutionTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
    private static final Path CANDIDATES = Path.of("target", "golden");

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldEqualItsLatestGoldenVersion(Topic<?> topic) throws IOException {
        Schema current = PublishedSchema.of(topic.schema());
        List<Schema> golden = golden(topic);

        String latest =
                golden.isEmpty() ? "none" : golden.get(golden.size() - 1).toString();

        assertThat(current.toString())
                .as(() -> "The contract of %s has changed. If that is intended, copy schemas/%s to schemas/%s."
                        .formatted(
                                topic.name(),
                                candidate(topic, golden.size() + 1, current),
                                GOLDEN.resolve(topic.subject())))
                .isEqualTo(latest);
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldReadAndBeReadByEveryOtherVersion(Topic<?> topic) throws IOException {
        List<Schema> versions = golden(topic);

        List<String> problems = new ArrayList<>();
        for (int reader = 0; reader < versions.size(); reader++) {
            for (int writer = 0; writer < versions.size(); writer++) {
                String finding = "v%d cannot read v%d: ".formatted(reader + 1, writer + 1);
                problems(versions.get(reader), versions.get(writer))
                        .forEach(problem -> problems.add(finding + problem));
            }
        }

        assertThat(problems).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldDocumentEveryFieldAndTypeAndGiveEveryEnumADefault(Topic<?> topic) {
        List<String> problems = new ArrayList<>();

        inspect(topic.schema(), topic.name(), problems);

        assertThat(problems).isEmpty();
    }

    private static Stream<String> problems(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(problem -> problem.getMessage() + " at " + problem.getLocation());
    }

    private static void inspect(Schema schema, String place, List<String> problems) {
        switch (schema.getType()) {
            case RECORD -> {
                check(schema.getDoc() != null, place + " has no doc", problems);
                for (Schema.Field field : schema.getFields()) {
                    String inner = place + "." + field.name();
                    check(field.doc() != null && !field.doc().isBlank(), inner + " has no doc", problems);
                    inspect(field.schema(), inner, problems);
                }
            }
            case ENUM -> {
                check(schema.getDoc() != null, place + " has no doc", problems);
                check(schema.getEnumDefault() != null, place + " has no default symbol", problems);
            }
            case ARRAY -> inspect(schema.getElementType(), place, problems);
            case MAP -> inspect(schema.getValueType(), place, problems);
            case UNION -> schema.getTypes().forEach(type -> inspect(type, place, problems));
            default -> {
                // A plain value says what it is in its field.
            }
        }
    }

    private static void check(boolean fine, String problem, List<String> problems) {
        if (!fine) {
            problems.add(problem);
        }
    }

    private static List<Schema> golden(Topic<?> topic) throws IOException {
        Path directory = GOLDEN.resolve(topic.subject());
        List<Schema> versions = new ArrayList<>();
        for (int version = 1; Files.exists(directory.resolve(file(version))); version++) {
            versions.add(new Schema.Parser().parse(Files.readString(directory.resolve(file(version)))));
        }
        return versions;
    }

    private static Path candidate(Topic<?> topic, int version, Schema schema) {
        Path file = CANDIDATES.resolve(topic.subject()).resolve(file(version));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, SchemaFormatter.format("json/pretty", schema) + "\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private static String file(int version) {
        return "v" + version + ".avsc";
    }
}
