package org.lamplight.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class EntryTest {
    @Test
    void shouldReadEveryName() {
        assertThat(Entry.ALL)
                .allSatisfy(name -> assertThat(Entry.of(name).name()).isEqualTo(name));
        assertThat(Entry.of("counts@1000+corrections"))
                .isEqualTo(new Entry("counts@1000+corrections", "counts", Duration.ofSeconds(1), true));
    }

    @Test
    void shouldRefuseCorrectionsWhereTheyAreNotCounted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.of("flink-heap+corrections"))
                .withMessage("flink-heap knows of no corrections; leave it without.");
    }

    @Test
    void shouldNameTheContendersWhereOneIsUnknown() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Entry.of("storm"))
                .withMessageContaining("storm is no contender; there are counts, ");
    }
}
