package org.lamplight.local.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.lamplight.ingest.source.ReportRecords;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** Reads topics as a client does that sees committed records only. */
public final class TopicContents {
    /** A magic byte and the schema's id. */
    private static final int WIRE_HEADER = 5;

    private final Map<String, String> client;

    public TopicContents(Map<String, String> client) {
        this.client = client;
    }

    /**
     * Records of a topic.
     *
     * @param records how many
     * @param rows from how many different rows of files
     */
    public record Count(long records, long rows) {
        Count plus(Count more) {
            return new Count(records + more.records, rows + more.rows);
        }
    }

    /** How many records there are, and how many different rows they come from; what was removed is no record. */
    public Count count(Topic<?> topic) {
        Set<String> rows = new HashSet<>();
        long[] records = {0};
        each(topic.name(), (name, bytes) -> bytes, record -> {
            if (record.value() == null) {
                return;
            }
            records[0]++;
            rows.add(header(record.headers(), ReportRecords.SHA256) + "/"
                    + header(record.headers(), ReportRecords.LINE));
        });
        return new Count(records[0], rows.size());
    }

    /** The reports that stand, by id. */
    public Map<String, Report> incidents() {
        Map<String, Report> reports = new HashMap<>();
        latest(Topics.INCIDENT, incidentDeserializer()).forEach((id, incident) -> reports.put(id, report(incident)));
        return reports;
    }

    private Deserializer<Incident> incidentDeserializer() {
        // The schema is the one of this build, so nobody needs to be asked for it.
        return (topic, bytes) -> bytes == null ? null : decode(bytes);
    }

    private static Incident decode(byte[] bytes) {
        try {
            SpecificDatumReader<Incident> reader = new SpecificDatumReader<>(
                    Incident.getClassSchema(), Incident.getClassSchema(), SpecificData.getForClass(Incident.class));
            return reader.read(
                    null, DecoderFactory.get().binaryDecoder(bytes, WIRE_HEADER, bytes.length - WIRE_HEADER, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report report(Incident incident) {
        return new Report(
                incident.getSource(),
                incident.getCell(),
                incident.getOccurredFrom(),
                incident.getOccurredTo(),
                incident.getValueStolenPence(),
                incident.getOutcomeType());
    }

    /** The latest value of every key that has one. */
    private <V> Map<String, V> latest(Topic<?> topic, Deserializer<V> values) {
        Map<String, V> latest = new HashMap<>();
        each(topic.name(), values, record -> {
            if (record.value() == null) {
                latest.remove(record.key());
            } else {
                latest.put(record.key(), record.value());
            }
        });
        return latest;
    }

    public Count intake() {
        return Topics.INTAKE.stream().map(this::count).reduce(new Count(0, 0), Count::plus);
    }

    /** How many records the sink has set aside. */
    long deadLetters() {
        long[] records = {0};
        each(Topics.DEAD_LETTER, (name, bytes) -> bytes, record -> records[0]++);
        return records[0];
    }

    private <V> void each(String topic, Deserializer<V> values, Consumer<ConsumerRecord<String, V>> receiver) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, V> consumer = new KafkaConsumer<>(settings, new StringDeserializer(), values)) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!hasReached(consumer, partitions, ends)) {
                consumer.poll(Duration.ofMillis(200)).forEach(receiver);
            }
        }
    }

    private static boolean hasReached(
            KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions, Map<TopicPartition, Long> ends) {
        return partitions.stream().allMatch(partition -> consumer.position(partition) >= ends.get(partition));
    }

    private static String header(Headers headers, String name) {
        return headers.headers(name).iterator().hasNext()
                ? new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8)
                : "";
    }
}
