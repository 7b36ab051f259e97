package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

/** A task that begins again, as after a lost transaction, begins with nothing in memory. */
class StageTest {
    @Test
    void shouldForgetWhatWasInMemoryWhenTheTaskBeginsAgain() {
        MockProcessorContext<String, Integer> context = new MockProcessorContext<>();
        Processor<String, String, String, Integer> processor =
                Stage.<String, String, String, Integer>of(Counter::new).get();

        processor.init(context);
        processor.process(record());
        processor.process(record());
        processor.close();
        processor.init(context);
        processor.process(record());

        assertThat(context.forwarded().stream()
                        .<Integer>map(forward -> forward.record().value()))
                .containsExactly(1, 2, 1);
    }

    @Test
    void shouldCloseAProcessorThatNeverBegan() {
        Stage.<String, String, String, Integer>of(Counter::new).get().close();
    }

    private static Record<String, String> record() {
        return new Record<>("key", "value", 0);
    }

    /** Says how many records it has seen. */
    private static final class Counter implements Processor<String, String, String, Integer> {
        private ProcessorContext<String, Integer> context;
        private int seen;

        @Override
        public void init(ProcessorContext<String, Integer> context) {
            this.context = context;
        }

        @Override
        public void process(Record<String, String> record) {
            seen++;
            context.forward(record.withValue(seen));
        }
    }
}
