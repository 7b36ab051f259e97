package org.lamplight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.junit.jupiter.api.Test;
import org.lamplight.ingest.folder.FolderSourceConnector;
import org.lamplight.ingest.http.HttpSourceConnector;

/** docs/CONNECTORS.md says what the connectors' definitions say. Run with -Dlamplight.write-docs=true to write it anew. */
class ConnectorDocumentTest {
    private static final String INTRODUCTION = """
            # Source connectors

            Two Kafka Connect source connectors bring reports in. Each row or item becomes one record on an `intake.*` topic, \
            or one on `intake.rejected` that says where it stands and which rule it broke (docs/RULES.md), never what it says. \
            Under Connect's exactly-once support (a distributed worker with `exactly.once.source.support=enabled`) each does so \
            exactly once, whatever dies when.

            What a row means is the mapping's business (docs/MAPPINGS.md). Configurations to start from, as a worker's REST \
            interface takes them, are in `ingest/src/main/resources/org/lamplight/ingest/sources/`:

            ```sh
            curl -X POST -H 'Content-Type: application/json' --data @streetsafe.json http://localhost:8083/connectors
            ```

            Every record has the headers `lamplight.file`, `lamplight.line` and `lamplight.sha256`. Secrets are never printed; \
            keep them in a file or a store and refer to them (`config.providers` of the worker). All that is wrong with a \
            configuration is said at once by `PUT /connector-plugins/<class>/config/validate`.

            This page is made from the connectors' own definitions; a test keeps the two equal.
            """;

    @Test
    void shouldListEverySettingAsItIsDefined() throws IOException {
        String document = INTRODUCTION
                + connector(
                        "FolderSourceConnector",
                        "Files that are put into a folder; docs/FOLDERS.md tells what becomes"
                                + " of them. The files are spread over the tasks by their names.",
                        new FolderSourceConnector().config())
                + connector(
                        "HttpSourceConnector",
                        "Pages of JSON on a server, one after another, over and over. One task,"
                                + " however many are allowed.",
                        new HttpSourceConnector().config());
        Path file = root().resolve("docs/CONNECTORS.md");
        if (Boolean.getBoolean("lamplight.write-docs")) {
            Files.writeString(file, document);
        }

        assertThat(Files.readString(file)).isEqualTo(document);
    }

    private static String connector(String name, String what, ConfigDef definitions) {
        List<ConfigKey> keys = definitions.configKeys().values().stream()
                .filter(key -> key.group != null)
                .toList();
        return keys.stream()
                .map(key -> key.group)
                .distinct()
                .map(group -> "\n### " + group
                        + "\n\n| Setting | Type | Default | Allowed | Meaning |\n|---|---|---|---|---|\n"
                        + keys.stream()
                                .filter(key -> key.group.equals(group))
                                .map(ConnectorDocumentTest::row)
                                .collect(Collectors.joining()))
                .collect(Collectors.joining("", "\n## " + name + "\n\n" + what + "\n", ""));
    }

    private static String row(ConfigKey key) {
        String normally =
                key.hasDefault() ? key.defaultValue == null ? "" : "`" + key.defaultValue + "`" : "(required)";
        String allowed = key.validator == null ? "" : key.validator.toString();
        return "| `%s` | %s | %s | %s | %s |%n"
                .formatted(
                        key.name,
                        key.type.name().toLowerCase(java.util.Locale.ROOT),
                        normally,
                        allowed,
                        key.documentation);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docs/ARCHITECTURE.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
