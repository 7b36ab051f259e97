package org.lamplight.bench.throughput;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.bench.MadeUpRecord;
import org.lamplight.bench.MadeUpReports;
import org.lamplight.bench.servers.Servers;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.serde.TopicSerdes;

/**
 * Made-up reports for the intake topics, in the order of their days, and the counts that they come to: ten years where there
 * are two million, and as many a day where there are fewer, for what a report costs depends on how many share a count.
 */
final class Backlog {
    private static final double A_DAY = 2_000_000.0 / 3652;
    private static final int WEEK = 7;
    private static final int CORRECTED = 10;
    private static final int WITHDRAWN = 5 * CORRECTED;
    private static final int REPORTS_UNTIL_CORRECTED = 1000;

    private final Map<Topic<?>, Serializer<SpecificRecord>> serializers = new HashMap<>();
    private final ConcurrentLinkedQueue<Exception> failures = new ConcurrentLinkedQueue<>();
    private final Map<String, Long> counts = new HashMap<>();
    private final Queue<Sent> standing = new ArrayDeque<>();
    private final Servers servers;
    private final boolean corrected;
    private int reports;
    private int corrections;

    private record Sent(int number, MadeUpRecord record) {}

    /**
     * What was sent.
     *
     * @param reports how many reports
     * @param corrections how many of them were later corrected or withdrawn, once each
     * @param counts what they come to
     */
    record Summary(int reports, int corrections, Counts counts) {}

    private Backlog(Servers servers, boolean corrected) {
        this.servers = servers;
        this.corrected = corrected;
    }

    /**
     * Sends it.
     *
     * @param reports how many reports, nearly
     * @param corrected whether a tenth of the reports are corrected some time later, to another place and day, and a fifth
     *     of those withdrawn instead
     */
    static Summary send(Servers servers, int reports, boolean corrected) {
        return new Backlog(servers, corrected).send(reports);
    }

    private Summary send(int about) {
        long[] cells = AreaBook.northamptonshire().cells(Cells.RESOLUTION);
        MadeUpReports made = new MadeUpReports(cells.length, WEEK * A_DAY);
        int days = Math.max(1, (int) Math.round(about / A_DAY));
        try (KafkaProducer<String, byte[]> producer = producer()) {
            for (int day = MadeUpReports.LAST_DAY - days + 1; day <= MadeUpReports.LAST_DAY; day++) {
                for (int place : made.of(day)) {
                    report(producer, day, cells[place]);
                }
            }
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException("The backlog was not sent.", failures.peek());
        }
        return new Summary(reports, corrections, Counts.of(counts));
    }

    private void report(KafkaProducer<String, byte[]> producer, int day, long cell) {
        Sent sent = new Sent(reports, MadeUpRecord.of(reports, day, cell));
        reports++;
        send(producer, sent.record());
        count(sent.record(), 1);
        if (corrected && sent.number() % CORRECTED == 0) {
            standing.add(sent);
            if (sent.number() >= REPORTS_UNTIL_CORRECTED) {
                correct(producer, standing.remove(), day, cell);
            }
        }
    }

    private void correct(KafkaProducer<String, byte[]> producer, Sent sent, int day, long cell) {
        boolean withdrawn = sent.number() % WITHDRAWN == 0;
        MadeUpRecord correction =
                MadeUpRecord.of(sent.number(), day, cell, 2, withdrawn ? ReportAction.WITHDRAW : ReportAction.SUBMIT);
        corrections++;
        send(producer, correction);
        count(sent.record(), -1);
        if (!withdrawn) {
            count(correction, 1);
        }
    }

    private void count(MadeUpRecord record, long by) {
        long day = Math.floorDiv(Counting.time(record.value()), TimeUnit.DAYS.toMillis(1));
        for (String place : Counting.places(record.value())) {
            counts.merge(Counting.key(place, day), by, (before, more) -> before + more == 0 ? null : before + more);
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", servers.bootstrapServers(), "linger.ms", "20", "batch.size", "262144"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback hears of failures
    private void send(KafkaProducer<String, byte[]> producer, MadeUpRecord record) {
        byte[] value = serializers
                .computeIfAbsent(record.topic(), this::serializer)
                .serialize(record.topic().name(), record.value());
        producer.send(new ProducerRecord<>(record.topic().name(), record.key(), value), (metadata, failure) -> {
            if (failure != null) {
                failures.add(failure);
            }
        });
    }

    @SuppressWarnings("unchecked") // whatever a topic holds, its serializer takes
    private Serializer<SpecificRecord> serializer(Topic<?> topic) {
        TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", servers.registry()));
        return (Serializer<SpecificRecord>)
                (Serializer<?>) serdes.valueSerde(topic).serializer();
    }
}
