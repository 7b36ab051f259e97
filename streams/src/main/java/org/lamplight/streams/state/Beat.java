package org.lamplight.streams.state;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When stages look whether there is something to do: at the same moments in all tasks, whenever these began. Then one commit of
 * a thread is enough for all its tasks, and what the threads pass on comes together.
 */
final class Beat {
    private static final Duration BEAT = Duration.ofMillis(10);

    private Beat() {}

    static void keep(ProcessorContext<?, ?> context, Punctuator look) {
        context.schedule(Instant.EPOCH, BEAT, PunctuationType.WALL_CLOCK_TIME, look);
    }
}
