package org.lamplight.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** Adds up what counties do: processor time of this thread, and what is sent. */
final class Meter {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Set<String> TABLES =
            Topics.TABLES.stream().map(Topic::name).collect(Collectors.toUnmodifiableSet());
    private static final double NANOS_PER_MICRO = 1e3;
    private static final double KIBIBYTE = 1024;

    private final Optional<Profile> profile;
    private long times;
    private long nanos;
    private long rows;
    private long bytes;

    /**
     * What doing it once takes, on average.
     *
     * @param micros microseconds of processor time
     * @param rows records for the tables
     * @param kibibytes of keys and values on all topics, those between stages and of stores too
     */
    record Cost(double micros, double rows, double kibibytes) {}

    /** A meter that also takes samples, if there is where to put them. */
    Meter(Optional<Profile> profile) {
        this.profile = profile;
    }

    /** Lets a county do something so many times. */
    void measure(County county, int of, Consumer<County> work) {
        Runnable all = () -> work.accept(county);
        long before = THREADS.getCurrentThreadCpuTime();
        profile.ifPresentOrElse(samples -> samples.record(all), all);
        nanos += THREADS.getCurrentThreadCpuTime() - before;
        times += of;
        county.drain(this::count);
    }

    private void count(String topic, String key, byte[] value) {
        rows += TABLES.contains(topic) ? 1 : 0;
        bytes += County.size(key, value);
    }

    /** The average so far. */
    Cost cost() {
        return new Cost(nanos / NANOS_PER_MICRO / times, (double) rows / times, bytes / KIBIBYTE / times);
    }
}
