package org.lamplight.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceConnectorTest {
    private static final String HASH = "ab".repeat(32);

    @TempDir
    Path root;

    private final FolderSourceConnector connector = new FolderSourceConnector();

    @Test
    void shouldBeFoundAsAPlugin() {
        assertThat(ServiceLoader.load(SourceConnector.class))
                .anySatisfy(found -> assertThat(found).isInstanceOf(FolderSourceConnector.class));
    }

    @Test
    void shouldKnowItsVersion() {
        assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+.*").isEqualTo(new FolderSourceTask().version());
    }

    @Test
    void shouldPromiseExactlyOnce() {
        assertThat(connector.exactlyOnceSupport(Map.of())).isEqualTo(ExactlyOnceSupport.SUPPORTED);
    }

    @Test
    void shouldFindNothingWrongWithGoodSettings() {
        assertThat(errors(new Scene(root).settings())).isEmpty();
    }

    @Test
    void shouldReportAllErrorsAtOnce() throws IOException {
        Path mapping = Files.writeString(root.resolve("bad.yaml"), "mapping: 1\nkind: nonsense\n");
        Path file = Files.writeString(root.resolve("file"), "");

        Map<String, List<String>> errors = errors(Map.of(
                "mapping", mapping.toString(),
                "inbox", file.toString(),
                "files", "[",
                "pseudonym.key", "short",
                "areas.book", root.resolve("missing").toString(),
                "settle.ms", "-1",
                "batch.rows", "many"));

        assertThat(errors)
                .containsOnlyKeys(
                        "mapping", "inbox", "files", "pseudonym.key", "areas.book", "settle.ms", "batch.rows");
        assertThat(errors.get("mapping").get(0)).contains("nonsense", "source", "time-zone");
        assertThat(errors.get("pseudonym.key").toString()).doesNotContain("short");
    }

    @Test
    void shouldSayWhatIsMissing() {
        assertThat(errors(Map.of())).containsOnlyKeys("mapping", "inbox", "pseudonym.key");
    }

    @Test
    void shouldGiveEachFileToExactlyOneTask() {
        connector.start(new Scene(root).settings());

        List<Share> shares = connector.taskConfigs(3).stream().map(Share::of).toList();

        assertThat(shares).hasSize(3);
        assertThat(IntStream.range(0, 300).mapToObj(number -> "retail-" + number + ".csv"))
                .allSatisfy(name -> assertThat(shares.stream().filter(share -> share.owns(name)))
                        .hasSize(1));
        assertThat(shares)
                .allSatisfy(share -> assertThat(IntStream.range(0, 300)
                                .mapToObj(number -> "retail-" + number + ".csv")
                                .filter(share::owns))
                        .hasSizeGreaterThan(50));
    }

    @Test
    void shouldLetPositionsBeAlteredAndForgotten() {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(Map.of("source", "tests", "sha256", HASH), Map.of("line", 7L, "complete", false));
        offsets.put(Map.of("source", "tests", "sha256", HASH.replace('a', 'c')), null);

        assertThat(connector.alterOffsets(new Scene(root).settings(), offsets)).isTrue();
    }

    @Test
    void shouldRefusePositionsThatAreNone() {
        Map<String, ?> partition = Map.of("source", "tests", "sha256", HASH);

        assertThatThrownBy(() -> alter(Map.of("source", "other", "sha256", HASH), null))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("'tests'");
        assertThatThrownBy(() -> alter(Map.of("sha256", HASH), null)).isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> alter(partition, Map.of("line", -1, "complete", true)))
                .isInstanceOf(ConnectException.class);
        assertThatThrownBy(() -> alter(partition, Map.of("line", 1))).isInstanceOf(ConnectException.class);
    }

    private void alter(Map<String, ?> partition, Map<String, ?> offset) {
        Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
        offsets.put(partition, offset);
        connector.alterOffsets(new Scene(root).settings(), offsets);
    }

    private Map<String, List<String>> errors(Map<String, String> settings) {
        Config config = connector.validate(settings);
        Map<String, List<String>> errors = new HashMap<>();
        for (ConfigValue value : config.configValues()) {
            if (!value.errorMessages().isEmpty()) {
                errors.put(value.name(), value.errorMessages());
            }
        }
        return errors;
    }
}
