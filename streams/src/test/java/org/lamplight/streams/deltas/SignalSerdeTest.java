package org.lamplight.streams.deltas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.lamplight.streams.deltas.Delta.Submission;
import org.lamplight.streams.deltas.Signal.Batch;
import org.lamplight.streams.deltas.Signal.Tick;
import org.lamplight.streams.state.StaleStateException;

class SignalSerdeTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-09");
    private static final Submission SUBMISSION =
            new Submission(DAY, DAY.plusDays(1), Optional.of("1"), Optional.of(DAY.plusDays(2)));
    private static final Submission OPEN = new Submission(DAY, DAY, Optional.empty(), Optional.empty());

    private final Serde<Signal> serde = SignalSerde.create();

    @Test
    void shouldReadWhatItWrote() {
        List<String> here = List.of("force", "council", "ward");
        Signal batch = new Batch(List.of(
                delta(1, OptionalLong.of(0x8a194ad0b6dffffL), here, Optional.of(SUBMISSION)),
                delta(-1, OptionalLong.empty(), List.of("force"), Optional.of(OPEN)),
                delta(1, OptionalLong.empty(), List.of(), Optional.empty()),
                delta(-1, OptionalLong.of(0x8a194ad0b6dffffL), here, Optional.empty())));

        assertThat(read(write(batch))).isEqualTo(batch);
        assertThat(read(write(new Tick(DAY)))).isEqualTo(new Tick(DAY));
    }

    @Test
    void shouldWriteOnceWhatAllShare() {
        Delta delta =
                delta(1, OptionalLong.of(0x8a194ad0b6dffffL), List.of("E23000022", "E06000061"), Optional.empty());

        int one = write(new Batch(List.of(delta))).length;
        int hundred = write(new Batch(Collections.nCopies(100, delta))).length;

        assertThat((hundred - one) / 99).isLessThan(one / 2);
    }

    @Test
    void shouldRefuseWhatAnotherVersionWrote() {
        byte[] bytes = write(new Tick(DAY));
        bytes[0]--;

        assertThatThrownBy(() -> read(bytes)).isInstanceOf(StaleStateException.class);
    }

    private byte[] write(Signal signal) {
        return serde.serializer().serialize("any", signal);
    }

    private Signal read(byte[] bytes) {
        return serde.deserializer().deserialize("any", bytes);
    }

    private static Delta delta(int sign, OptionalLong cell, List<String> areas, Optional<Submission> submission) {
        return new Delta(
                sign,
                new Series("northamptonshire", "retail"),
                cell,
                areas,
                DAY,
                DAY.plusDays(1),
                Instant.parse("2026-03-10T08:00:00Z"),
                submission);
    }
}
