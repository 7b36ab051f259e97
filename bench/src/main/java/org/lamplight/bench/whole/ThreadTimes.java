package org.lamplight.bench.whole;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.lamplight.bench.servers.LinuxProcess;
import org.lamplight.bench.servers.LinuxProcess.Task;

/**
 * Processor time of Lamplight's JVM by what its threads are for, from when it is made. A thread that ends between two looks
 * counts up to the last of them; the rest of its time is with the others.
 */
final class ThreadTimes {
    /** What a thread is for, by the first 15 characters of its name, which are all that Linux knows. */
    enum Part {
        SOURCES("Connect: folder connector", "task-thread-sou"),
        SINK("Connect: sink", "task-thread-rep"),
        STREAMS("Kafka Streams", "lamplight-strea"),
        STORES("RocksDB", "rocksdb"),
        CLIENTS("Kafka's clients", "kafka-(producer|coordinat|admin)"),
        BROKER(
                "broker",
                "data-plane|kafka-1-|kafka-(log|scheduler)|quorum|group-coord|transaction|TxnMarker|executor-|broker-1-"
                        + "|controller-1-|share-coord"),
        COMPILERS("compilers", "C[12] Compiler|Sweeper"),
        COLLECTOR("garbage collector and other work of the JVM", "VM |GC |G1 "),
        OTHERS("others", "");

        private final String words;
        private final Pattern beginnings;

        Part(String words, String beginnings) {
            this.words = words;
            this.beginnings = Pattern.compile(beginnings);
        }

        @Override
        public String toString() {
            return words;
        }

        private static Part of(String name) {
            return Arrays.stream(values())
                    .filter(part -> part.beginnings.matcher(name).lookingAt())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private final LinuxProcess jvm;
    private final Duration cpuBefore;
    private final Map<String, Task> before;
    private final Map<String, Task> latest = new HashMap<>();

    /** Of the JVM from now on. */
    ThreadTimes(LinuxProcess jvm) {
        this.jvm = jvm;
        this.cpuBefore = jvm.cpu();
        this.before = jvm.tasks();
    }

    /** Has a look at how much each thread has had. */
    void look() {
        latest.putAll(jvm.tasks());
    }

    /** How much all threads have had together. */
    Duration all() {
        return jvm.cpu().minus(cpuBefore);
    }

    /** How much the threads have had that are for each part. */
    Map<Part, Duration> parts() {
        look();
        Map<Part, Duration> parts = new EnumMap<>(Part.class);
        latest.forEach((number, task) -> parts.merge(Part.of(task.name()), since(number, task), Duration::plus));
        Duration told = parts.values().stream().reduce(Duration.ZERO, Duration::plus);
        parts.merge(Part.OTHERS, all().minus(told), Duration::plus);
        return parts;
    }

    private Duration since(String number, Task task) {
        Task then = before.get(number);
        return then == null ? task.cpu() : task.cpu().minus(then.cpu());
    }
}
