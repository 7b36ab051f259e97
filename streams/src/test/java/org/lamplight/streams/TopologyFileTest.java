package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.rules.Resolutions;
import org.lamplight.streams.state.Storage;

class TopologyFileTest {
    private static final Path COMMITTED = Path.of("..", "docs", "topology.txt");
    private static final Path ACTUAL = Path.of("target", "topology.txt");

    @Test
    void shouldBeDescribedAsCommitted() throws IOException {
        Live live = new Live(
                AsOf.WALL,
                Clock.systemUTC(),
                Duration.ofMillis(200),
                Duration.ofSeconds(60),
                true,
                Resolutions.DEFAULT);
        TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", "mock://topology-file"));

        String description = SafetyTopology.of(AreaBook.northamptonshire(), serdes, live, Storage.DISK)
                .describe()
                .toString();

        Files.writeString(ACTUAL, description);
        assertThat(COMMITTED)
                .as("the topology has changed; if that is meant: cp streams/target/topology.txt docs/topology.txt")
                .hasContent(description);
    }
}
