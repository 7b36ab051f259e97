package org.lamplight.monitoring;

import static org.lamplight.monitoring.Bean.counter;
import static org.lamplight.monitoring.Bean.gauge;

import java.util.List;
import java.util.stream.Stream;

/**
 * What is shown of the thousands of attributes that Kafka and the connection pools keep: the one list. It is the same in
 * every process; what does not run there has no samples.
 */
final class Beans {
    private static final String FETCH = "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*";
    private static final String PRODUCER = "kafka.producer:type=producer-metrics,client-id=*";
    private static final String SENT = "kafka.producer:type=producer-topic-metrics,client-id=*,topic=*";
    private static final String BROKER = "kafka.server:type=";
    private static final String POOL = "com.zaxxer.hikari:type=Pool (*)";

    /** Consumers of reports, and of what is made of them; not those by which Connect and Streams look after themselves. */
    private static final String READERS = "connector-consumer-.*|.*-StreamThread-\\d+-consumer";
    /** Kafka shows each topic with a dot in its name a second time, with underscores. */
    private static final String TOPICS = "(?!lamplight\\.connect\\.)[^_]+";

    static final List<Bean> ALL = Stream.of(StreamsBeans.all(), ConnectBeans.all(), clients(), broker(), pools())
            .flatMap(List::stream)
            .toList();

    private Beans() {}

    private static List<Bean> clients() {
        return List.of(
                gauge(
                                "kafka_consumer_lag_records",
                                "Records that a consumer has not read yet.",
                                FETCH + ",topic=*,partition=*",
                                "records-lag")
                        .only("client-id", READERS)
                        .only("topic", TOPICS)
                        .by("client", "client-id")
                        .by("topic", "topic"),
                counter("kafka_consumer_records_total", "Records read.", FETCH + ",topic=*", "records-consumed-total")
                        .only("client-id", READERS)
                        .only("topic", TOPICS)
                        .by("client", "client-id")
                        .by("topic", "topic"),
                counter("kafka_producer_records_total", "Records sent.", SENT, "record-send-total")
                        .by("topic", "topic"),
                counter("kafka_producer_errors_total", "Records that could not be sent.", SENT, "record-error-total")
                        .by("topic", "topic"),
                gauge(
                                "kafka_producer_latency_seconds_max",
                                "Longest request of a producer.",
                                PRODUCER,
                                "request-latency-max")
                        .millis()
                        .greatest());
    }

    /** Of an embedded broker; a cluster elsewhere has its own monitoring. */
    private static List<Bean> broker() {
        return List.of(
                counter(
                        "kafka_broker_messages_in_total",
                        "Records that came to the broker.",
                        BROKER + "BrokerTopicMetrics,name=MessagesInPerSec",
                        "Count"),
                counter(
                        "kafka_broker_bytes_in_total",
                        "Bytes that came to the broker.",
                        BROKER + "BrokerTopicMetrics,name=BytesInPerSec",
                        "Count"),
                counter(
                        "kafka_broker_bytes_out_total",
                        "Bytes that went from the broker.",
                        BROKER + "BrokerTopicMetrics,name=BytesOutPerSec",
                        "Count"),
                gauge(
                        "kafka_broker_under_replicated_partitions",
                        "Partitions that lack a copy.",
                        BROKER + "ReplicaManager,name=UnderReplicatedPartitions",
                        "Value"),
                gauge(
                        "kafka_broker_offline_partitions",
                        "Partitions without a leader.",
                        "kafka.controller:type=KafkaController,name=OfflinePartitionsCount",
                        "Value"),
                gauge(
                        "kafka_broker_log_bytes",
                        "Size of all topics on disk.",
                        "kafka.log:type=Log,name=Size,topic=*,partition=*",
                        "Value"),
                gauge(
                        "kafka_broker_dead_cleaner_threads",
                        "Threads of the log cleaner that have failed: what is withdrawn would stay.",
                        "kafka.log:type=LogCleaner,name=DeadThreadCount",
                        "Value"));
    }

    private static List<Bean> pools() {
        return List.of(
                gauge("hikaricp_connections", "Connections to the database.", POOL, "TotalConnections")
                        .by("pool", "type"),
                gauge("hikaricp_active_connections", "Those that are in use.", POOL, "ActiveConnections")
                        .by("pool", "type"),
                gauge(
                                "hikaricp_pending_threads",
                                "Threads that wait for a connection.",
                                POOL,
                                "ThreadsAwaitingConnection")
                        .by("pool", "type"));
    }

    /** What there is now. */
    static List<Sample> samples() {
        return ALL.stream().flatMap(Bean::samples).toList();
    }
}
