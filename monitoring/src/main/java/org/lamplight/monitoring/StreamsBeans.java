package org.lamplight.monitoring;

import static org.lamplight.monitoring.Bean.counter;
import static org.lamplight.monitoring.Bean.gauge;

import java.util.List;

/** Of a streams application. */
final class StreamsBeans {
    private static final String STREAMS = "kafka.streams:type=stream-";
    private static final String TASK = STREAMS + "task-metrics,thread-id=*,task-id=*";
    private static final String THREAD = STREAMS + "thread-metrics,thread-id=*";
    private static final String SURFACE = STREAMS + "surface-metrics,thread-id=*,surface-id=*";
    private static final String STORE = STREAMS + "state-metrics,thread-id=*,task-id=*,rocksdb-state-id=*";

    private StreamsBeans() {}

    static List<Bean> all() {
        return List.of(
                gauge(
                        "kafka_streams_threads",
                        "Threads that process records.",
                        STREAMS + "metrics,client-id=*",
                        "alive-stream-threads"),
                counter(
                        "kafka_streams_failed_threads_total",
                        "Threads that failed, and were replaced.",
                        STREAMS + "metrics,client-id=*",
                        "failed-stream-threads"),
                counter(
                        "kafka_streams_processed_records_total",
                        "Records processed, those between its own stages included.",
                        TASK,
                        "process-total"),
                counter(
                        "kafka_streams_dropped_records_total",
                        "Records that could not be taken; reports among them are dead letters.",
                        TASK,
                        "dropped-records-total"),
                gauge(
                        "kafka_streams_restoring_tasks",
                        "Tasks whose state is being restored.",
                        STREAMS + "state-updater-metrics,thread-id=*",
                        "active-restoring-tasks"),
                gauge(
                        "kafka_streams_restore_remaining_records",
                        "Records still to be read while tasks restore; afterwards the markers of transactions are left of it.",
                        TASK,
                        "restore-remaining-records-total"),
                counter(
                        "kafka_streams_restored_records_total",
                        "Records read to restore state.",
                        TASK,
                        "restore-total"),
                gauge(
                                "kafka_streams_commit_seconds_max",
                                "Longest commit of the last minute.",
                                THREAD,
                                "commit-latency-max")
                        .millis()
                        .greatest(),
                gauge("kafka_streams_state_bytes", "Size of the state on disk.", STORE, "total-sst-files-size")
                        .by("store", "rocksdb-state-id"),
                counter("lamplight_surfaces_total", "Surfaces computed.", SURFACE, "compute-total")
                        .by("category", "surface-id"),
                gauge(
                                "lamplight_surface_seconds_avg",
                                "Mean time to compute a category's surface, over the last minute.",
                                SURFACE,
                                "compute-latency-avg")
                        .millis()
                        .greatest()
                        .by("category", "surface-id"),
                gauge(
                                "lamplight_surface_seconds_max",
                                "Longest time to compute a category's surface, over the last minute.",
                                SURFACE,
                                "compute-latency-max")
                        .millis()
                        .greatest()
                        .by("category", "surface-id"));
    }
}
