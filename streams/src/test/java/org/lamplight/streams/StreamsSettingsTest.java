package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.Erasure;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.rules.Resolutions;

class StreamsSettingsTest {
    private static final Live LIVE = live(Duration.ofMillis(200));

    @Test
    void shouldLetKafkasSettingsThrough() {
        Map<String, Object> settings = settings(Map.of("num.standby.replicas", "1", "group.protocol", "streams"))
                .forKafka(null);

        assertThat(settings)
                .containsEntry("num.standby.replicas", "1")
                .containsEntry("group.protocol", "streams")
                .containsEntry("commit.interval.ms", 1_000L)
                .containsEntry("max.task.idle.ms", -1L)
                .containsEntry("processing.guarantee", "exactly_once_v2");
    }

    @Test
    void shouldRefuseToGiveUpWhatTheCountsRestOn() {
        assertThatThrownBy(() -> settings(Map.of("processing.guarantee", "at_least_once")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("processing.guarantee cannot be set: the application sets it itself. Leave it out.");
    }

    @Test
    void shouldRefuseTransactionsThatEndBeforeTheyAreCommitted() {
        assertThatThrownBy(() -> settings(Map.of("commit.interval.ms", "90000")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("producer.transaction.timeout.ms is 60000 and commit.interval.ms is 90000");
        assertThatThrownBy(() -> settings(Map.of("commit.interval.ms", "soon")))
                .hasMessage("commit.interval.ms is soon; give a number of milliseconds.");
    }

    @Test
    void shouldRefuseToStartWithoutBrokersOrMemory() {
        assertThatThrownBy(() ->
                        new StreamsSettings(Path.of("state"), 64 << 20, LIVE, Erasure.DEFAULT, Map.of(), Map.of()))
                .hasMessage("bootstrap.servers is missing; give the addresses of the Kafka brokers.");
        assertThatThrownBy(() -> new StreamsSettings(
                        Path.of("state"), 1, LIVE, Erasure.DEFAULT, Map.of(), Map.of("bootstrap.servers", "none:9092")))
                .hasMessage("The memory of the stores is 1 bytes; give at least 8388608.");
        assertThatThrownBy(() -> live(Duration.ZERO))
                .hasMessage("publish.interval.ms is 0; give a number of milliseconds of at least 1.");
    }

    private static StreamsSettings settings(Map<String, String> more) {
        Map<String, String> kafka = new HashMap<>(Map.of("bootstrap.servers", "none:9092"));
        kafka.putAll(more);
        return new StreamsSettings(
                Path.of("state"), StreamsSettings.STATE_MEMORY, LIVE, Erasure.DEFAULT, Map.of(), kafka);
    }

    private static Live live(Duration publishInterval) {
        return new Live(
                AsOf.WALL, Clock.systemUTC(), publishInterval, Duration.ofSeconds(60), true, Resolutions.DEFAULT);
    }
}
