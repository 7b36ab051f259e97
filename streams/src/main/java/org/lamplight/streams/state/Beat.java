package org.lamplight.streams.state;

import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * When stages do what they do by the wall clock: at the same moments in all tasks, whenever these began. Then one commit of a
 * thread is enough for all its tasks, and what the threads pass on comes together.
 */
public final class Beat {
    private static final Duration PASSING_ON = Duration.ofMillis(100);
    /** Until what was passed on is counted, as a rule. */
    private static final Duration COUNTING = Duration.ofMillis(50);

    private Beat() {}

    /** Has a stage that passes things on to others do this ten times a second. */
    static void passOn(ProcessorContext<?, ?> context, Punctuator work) {
        schedule(context, Instant.EPOCH, PASSING_ON, work);
    }

    /** Has a stage that publishes do this each time that so long has passed, soon after others have passed things on. */
    public static void publish(ProcessorContext<?, ?> context, Duration interval, Punctuator work) {
        schedule(context, Instant.EPOCH.plus(COUNTING), interval, work);
    }

    private static void schedule(ProcessorContext<?, ?> context, Instant first, Duration interval, Punctuator work) {
        context.schedule(first, interval, PunctuationType.WALL_CLOCK_TIME, work);
    }
}
