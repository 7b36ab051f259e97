package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static org.lamplight.local.SharedReference.rows;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.serde.TopicSerdes;

/**
 * The synthetic reports of shared/reference through a real broker, registry, streams application and database: what stands in
 * the reporting database is what independent programs computed.
 */
class ReferenceOverKafkaTest {
    private static final String FORCE = "NORTHANTS";
    private static final String FIRST_DAY = "2025-04-28";
    private static final String AS_OF = "2026-03-15";

    @TempDir
    Path home;

    @Test
    void shouldGiveInTheDatabaseWhatABatchComputes() throws Exception {
        List<Map<String, String>> reports = rows("inputs/synthetic_reports.csv");
        List<Map<String, String>> verdicts = rows("expected/report_verdicts.csv");
        List<Map<String, String>> emergence = rows("expected/hotspot_emergence.csv").stream()
                .filter(row -> !row.get("category").equals("ALL"))
                .toList();
        book(rows("inputs/northants_h3res8_cells.csv")).write(home.resolve("reference.areas"));
        String settings = """
                area-book = reference.areas
                streams { clock = data, overdispersion = false, drift-interval = 2 s }
                """;
        try (RunningPlatform lamplight = new RunningPlatform(home, settings)) {
            send(lamplight, reports, verdicts);

            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> {
                        Map<String, List<String>> hotspots = hotspots(lamplight);
                        emergence.forEach(row -> compare(row, hotspots));
                    });
            System.out.printf("reference hotspot_emergence.csv over Kafka: %d rows equal%n", emergence.size());
        }
    }

    private static void compare(Map<String, String> expected, Map<String, List<String>> hotspots) {
        List<String> row = hotspots.get(expected.get("category").toLowerCase(Locale.ROOT) + "/" + expected.get("cell"));
        assertThat(row).isNotNull();
        assertThat(row.get(0)).isEqualTo(AS_OF);
        List<String> columns = List.of("s7", "s28", "s56", "p7", "p28", "p56", "p_adj", "q_bh");
        for (int i = 0; i < columns.size(); i++) {
            assertThat(Double.parseDouble(row.get(i + 1)))
                    .isCloseTo(Double.parseDouble(expected.get(columns.get(i))), within(1e-8));
        }
    }

    private static Map<String, List<String>> hotspots(RunningPlatform lamplight) {
        Map<String, List<String>> hotspots = new HashMap<>();
        lamplight.rows("""
                select category || '/' || cell, as_of, disk_count_7, disk_count_28, disk_count_56, emergence_p_7, emergence_p_28,
                    emergence_p_56, emergence_p, emergence_q
                from analyst.hotspot
                """).forEach(row -> hotspots.put(row.get(0), row.subList(1, row.size())));
        return hotspots;
    }

    private static void send(
            RunningPlatform lamplight, List<Map<String, String>> reports, List<Map<String, String>> verdicts)
            throws Exception {
        var addresses = lamplight.platform().addresses();
        TopicSerdes serdes = new TopicSerdes(
                Map.of("schema.registry.url", addresses.registry().toString()));
        try (KafkaProducer<String, SafetyConcern> producer = new KafkaProducer<>(
                lamplight.kafkaClient(),
                new StringSerializer(),
                serdes.valueSerde(Topics.SAFETY_CONCERN).serializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int row = 0; row < reports.size(); row++) {
                if (Set.of("ACCEPT", "DELETE").contains(verdicts.get(row).get("verdict"))) {
                    SafetyConcern concern = concern(reports.get(row), verdicts.get(row));
                    String key = concern.getReport().getSource() + "/"
                            + concern.getReport().getReportId();
                    sent.add(producer.send(new ProducerRecord<>(Topics.SAFETY_CONCERN.name(), key, concern)));
                }
            }
            for (Future<?> record : sent) {
                record.get();
            }
        }
    }

    /** The reference knows no day before its first week, so a report from there is as good as withdrawn. */
    private static SafetyConcern concern(Map<String, String> report, Map<String, String> verdict) {
        boolean withdrawn = verdict.get("verdict").equals("DELETE")
                || verdict.get("local_date").compareTo(FIRST_DAY) < 0;
        Report.Builder version = Report.newBuilder()
                .setSource(report.get("category").toLowerCase(Locale.ROOT))
                .setReportId(report.get("report_id"))
                .setAction(withdrawn ? ReportAction.WITHDRAW : ReportAction.SUBMIT)
                .setReceivedAt(Instant.parse(report.get("received_time")));
        if (!withdrawn) {
            Instant occurred = Instant.parse(report.get("event_time"));
            version.setOccurredFrom(occurred)
                    .setOccurredTo(occurred)
                    .setCell(Cells.name(Cells.centreChild(Cells.parse(verdict.get("cell")), Cells.RESOLUTION)));
        }
        return SafetyConcern.newBuilder().setReport(version.build()).build();
    }

    private static AreaBook book(List<Map<String, String>> cells) {
        Set<Long> force = new HashSet<>();
        cells.forEach(row -> Arrays.stream(Cells.children(Cells.parse(row.get("cell")), Cells.RESOLUTION))
                .forEach(force::add));
        Area area = new Area(FORCE, FORCE, AreaKind.FORCE, 0, Optional.empty(), OptionalLong.empty());
        return AreaBook.of("invented", Map.of(area, force));
    }
}
