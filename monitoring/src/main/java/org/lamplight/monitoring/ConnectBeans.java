package org.lamplight.monitoring;

import static org.lamplight.monitoring.Bean.counter;
import static org.lamplight.monitoring.Bean.gauge;

import java.util.List;

/** Of a Connect worker and its connectors. */
final class ConnectBeans {
    private static final String CONNECT = "kafka.connect:type=";
    private static final String CONNECTOR = CONNECT + "connect-worker-metrics,connector=*";
    private static final String SINK = CONNECT + "sink-task-metrics,connector=*,task=*";
    private static final String SOURCE = CONNECT + "source-task-metrics,connector=*,task=*";
    private static final String ERRORS = CONNECT + "task-error-metrics,connector=*,task=*";

    private ConnectBeans() {}

    static List<Bean> all() {
        return List.of(
                gauge(
                                "kafka_connect_tasks",
                                "Tasks of a connector on this worker.",
                                CONNECTOR,
                                "connector-total-task-count")
                        .by("connector", "connector"),
                gauge(
                                "kafka_connect_running_tasks",
                                "Those of them that run.",
                                CONNECTOR,
                                "connector-running-task-count")
                        .by("connector", "connector"),
                gauge(
                                "kafka_connect_failed_tasks",
                                "Those of them that have failed.",
                                CONNECTOR,
                                "connector-failed-task-count")
                        .by("connector", "connector"),
                counter(
                                "kafka_connect_source_records_total",
                                "Records that a source has written to topics.",
                                SOURCE,
                                "source-record-write-total")
                        .by("connector", "connector"),
                gauge(
                                "kafka_connect_source_poll_seconds_max",
                                "Longest time to read a batch of rows.",
                                SOURCE,
                                "poll-batch-max-time-ms")
                        .millis()
                        .greatest()
                        .by("connector", "connector"),
                counter(
                                "kafka_connect_sink_records_total",
                                "Records that a sink has been given: rows for the database.",
                                SINK,
                                "sink-record-send-total")
                        .by("connector", "connector"),
                gauge(
                                "kafka_connect_sink_batch_seconds_avg",
                                "Mean time to write a batch to the database.",
                                SINK,
                                "put-batch-avg-time-ms")
                        .millis()
                        .greatest()
                        .by("connector", "connector"),
                gauge(
                                "kafka_connect_sink_batch_seconds_max",
                                "Longest time to write a batch to the database.",
                                SINK,
                                "put-batch-max-time-ms")
                        .millis()
                        .greatest()
                        .by("connector", "connector"),
                gauge(
                                "kafka_connect_sink_uncommitted_records",
                                "Records that a sink was given and has not committed.",
                                SINK,
                                "sink-record-active-count")
                        .by("connector", "connector"),
                counter(
                                "kafka_connect_dead_letters_total",
                                "Records that were sent to the dead letters.",
                                ERRORS,
                                "deadletterqueue-produce-requests")
                        .by("connector", "connector"),
                counter(
                                "kafka_connect_errors_total",
                                "Failures while records were processed.",
                                ERRORS,
                                "total-record-errors")
                        .by("connector", "connector"),
                counter("kafka_connect_retries_total", "Operations that were tried again.", ERRORS, "total-retries")
                        .by("connector", "connector"),
                counter(
                        "kafka_connect_rebalances_total",
                        "Times that connectors were dealt out anew among workers.",
                        CONNECT + "connect-worker-rebalance-metrics",
                        "completed-rebalances-total"));
    }
}
