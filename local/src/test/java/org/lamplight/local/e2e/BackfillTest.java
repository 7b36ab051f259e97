package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.streams.StreamsSettings;

/** Reports of years ago are handed in at once. Retention, which goes by a record's time, must see them as of today. */
class BackfillTest {
    private static final int YEARS = 5;
    private static final int REPORTS_A_YEAR = 10;
    private static final String COUNTED = """
            select first_day, observed from opfcc.trend
            where category = 'retail' and period = 'MONTH' and area_kind = 'FORCE' and observed > 0
            """;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final List<String> OURS =
            List.of("intake.", "core.", "analyst.", StreamsSettings.APPLICATION_ID + "-");

    @Test
    void shouldKeepAndCountReportsOfFiveYears(@TempDir Path home) throws Exception {
        Instant start = Instant.now();
        try (RunningPlatform lamplight = new RunningPlatform(home, "")) {
            for (int year = 1; year <= YEARS; year++) {
                drop(lamplight, year);
            }

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lamplight.rows(COUNTED))
                            .hasSize(YEARS)
                            .allSatisfy(month -> assertThat(month.get(1)).isEqualTo(Integer.toString(REPORTS_A_YEAR))));

            List<ConsumerRecord<byte[], byte[]>> records = records(lamplight.kafkaClient());
            assertThat(records.stream().map(ConsumerRecord::topic).distinct())
                    .contains("intake.retail-submission", "core.incident", "analyst.trend")
                    .anyMatch(topic -> topic.endsWith("-repartition"))
                    .anyMatch(topic -> topic.endsWith("-changelog"));
            assertThat(records).allSatisfy(record -> {
                assertThat(record.timestampType()).as(record.topic()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                assertThat(Instant.ofEpochMilli(record.timestamp()))
                        .as(record.topic())
                        .isAfterOrEqualTo(start.minusSeconds(1));
            });
        }
    }

    private static void drop(RunningPlatform lamplight, int yearsAgo) {
        Exports exports = new Exports(Clock.offset(Clock.systemUTC(), Duration.ofDays(-365L * yearsAgo)));
        List<String> lines = new ArrayList<>(List.of(Exports.RETAIL_HEADER));
        for (int report = 0; report < REPORTS_A_YEAR; report++) {
            lines.add(exports.retail("OLD-" + yearsAgo + "-" + report, 1, "£1.00"));
        }
        lamplight.drop("retail", "years-ago-" + yearsAgo + ".csv", lines, Charset.forName("windows-1252"));
    }

    /** The records that our topics hold, internal ones of the streams application included. */
    private static List<ConsumerRecord<byte[], byte[]>> records(Map<String, Object> client) throws Exception {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Admin admin = Admin.create(client);
                KafkaConsumer<byte[], byte[]> consumer =
                        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Collection<TopicPartition> partitions = partitions(admin);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        return records;
    }

    private static Collection<TopicPartition> partitions(Admin admin) throws Exception {
        List<String> topics = admin.listTopics(new ListTopicsOptions().listInternal(true)).names().get().stream()
                .filter(topic -> OURS.stream().anyMatch(topic::startsWith))
                .toList();
        return admin.describeTopics(topics).allTopicNames().get().values().stream()
                .flatMap(BackfillTest::partitions)
                .collect(Collectors.toSet());
    }

    private static Stream<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(each -> new TopicPartition(topic.name(), each.partition()));
    }
}
