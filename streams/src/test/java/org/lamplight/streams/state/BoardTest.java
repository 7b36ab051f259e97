package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.state.Board.Posting;

class BoardTest {
    private KeyValueStore<String, Posting<Long>> store;

    @BeforeEach
    void openStore() {
        store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("board"),
                        Serdes.String(),
                        Board.serde(1, (count, out) -> out.writeLong(count), BinaryDecoder::readLong))
                .withLoggingDisabled()
                .build();
        store.init(new MockProcessorContext<>().getStateStoreContext(), store);
    }

    @Test
    void shouldPublishTheLatestValueOnce() {
        Board<String, Long> board = new Board<>(store, 0L);
        board.update("a", count -> count + 1);
        board.update("a", count -> count + 1);

        assertThat(published(board)).containsExactly(Map.entry("a", 2L));
        assertThat(published(board)).isEmpty();
    }

    @Test
    void shouldNotPublishWhatCameBackToWhereItWas() {
        Board<String, Long> board = new Board<>(store, 0L);
        board.update("a", count -> count + 1);
        board.update("a", count -> count - 1);

        assertThat(published(board)).isEmpty();
        assertThat(store.get("a")).isNull();
    }

    @Test
    void shouldPublishAfterARestartWhatWasDueBeforeAndNothingElse() {
        Board<String, Long> before = new Board<>(store, 0L);
        before.update("sent", count -> count + 1);
        before.update("gone", count -> count + 1);
        published(before);
        before.update("due", count -> count + 1);
        before.update("gone", count -> count - 1);

        Board<String, Long> after = new Board<>(store, 0L);

        Map<String, Long> all = new LinkedHashMap<>();
        after.forEach(all::put);
        assertThat(all).containsOnly(Map.entry("sent", 1L), Map.entry("due", 1L));
        assertThat(after.get("due")).isEqualTo(1);
        assertThat(after.get("gone")).isZero();
        assertThat(published(after)).containsOnly(Map.entry("due", 1L), Map.entry("gone", 0L));
        assertThat(store.get("gone")).isNull();
    }

    private static Map<String, Long> published(Board<String, Long> board) {
        Map<String, Long> rows = new LinkedHashMap<>();
        board.publish((key, before, now) -> rows.put(key, now));
        return rows;
    }
}
