package org.lamplight.streams.deltas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;

class SignalPartitionerTest {
    private final SignalPartitioner partitioner = new SignalPartitioner();

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 7})
    void shouldKeepSourcesAndFacetsApartAndUseEveryPartition(int partitions) {
        Set<Integer> sources = new HashSet<>();
        Set<Integer> facets = new HashSet<>();

        for (int force = 0; force < 50; force++) {
            sources.addAll(partitions(batch("E23-" + force, "retail"), partitions));
            facets.addAll(partitions(batch("E23-" + force, "retail.shoplifting"), partitions));
        }

        assertThat(sources).allMatch(partition -> partition % 2 == 0);
        assertThat(facets).allMatch(partition -> partition % 2 == 1);
        assertThat(sources.size() + facets.size()).isEqualTo(partitions);
    }

    @Test
    void shouldKeepASeriesInOnePartition() {
        assertThat(partitions(batch("E23000022", "retail"), 4))
                .hasSize(1)
                .isEqualTo(partitions(batch("E23000022", "retail"), 4));
        assertThat(partitions(batch("E23000022", "retail.shoplifting"), 1)).containsExactly(0);
    }

    @Test
    void shouldTellEveryPartitionOfADay() {
        Tick tick = new Tick(LocalDate.of(2026, 6, 1));

        assertThat(partitions(tick, 4))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 4).boxed().toList());
    }

    private Set<Integer> partitions(Signal signal, int partitions) {
        return partitioner.partitions("signals", "key", signal, partitions).orElseThrow();
    }

    private static Batch batch(String force, String category) {
        LocalDate day = LocalDate.of(2026, 6, 1);
        return new Batch(List.of(new Delta(
                1,
                new Series(force, category),
                OptionalLong.empty(),
                List.of(force),
                day,
                day,
                Instant.EPOCH,
                Optional.empty())));
    }
}
