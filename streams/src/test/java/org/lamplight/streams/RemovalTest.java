package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.NORTHAMPTON;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.report;
import static org.lamplight.streams.Reports.submission;
import static org.lamplight.streams.Reports.withdrawal;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.FeedHealth;
import org.lamplight.schemas.Removal;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live.AsOf;

/** A removal takes a report away for good, whatever comes later. */
class RemovalTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final String FORCE_MONTH = "E23000022/retail/MONTH/2026-03-01";

    private Pipeline pipeline;

    @BeforeEach
    void open() {
        pipeline = new Pipeline(BOOK, local("2026-03-10T12:00"), AsOf.WALL);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldKeepNothingOfAnErasedReportButItsMarker() {
        pipeline.send(retail("stays", 1, HEMMINGWELL));
        pipeline.settle();
        Map<String, Map<String, String>> before = contents();

        pipeline.send(retail("goes", 1, NORTHAMPTON));
        pipeline.send(retail("goes", 2, HEMMINGWELL));
        pipeline.settle();
        assertThat(contents()).isNotEqualTo(before);
        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "goes", Removal.ERASED);
        pipeline.settle();

        assertThat(pipeline.stores().get("register")).containsEntry("goes", "Removed[]");
        assertThat(contents()).isEqualTo(before);
        assertThat(pipeline.table(Topics.INCIDENT)).containsOnlyKeys("stays");
        FeedHealth health = health();
        assertThat(health.getIncidents()).isEqualTo(1);
        assertThat(health.getWithdrawn()).isEqualTo(1);
        assertThat(health.getAccepted()).isEqualTo(3);
    }

    @Test
    void shouldLeaveHeadersOnTheIntakeTopic() {
        Headers provenance = new RecordHeaders().add("lamplight.file", "march.csv".getBytes(StandardCharsets.UTF_8));
        pipeline.send(retail("goes", 1, NORTHAMPTON), provenance);
        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "goes", Removal.ERASED);

        assertThat(pipeline.records(Topics.INCIDENT.name()))
                .hasSize(2)
                .allSatisfy(written -> assertThat(written.headers()).isEmpty());
    }

    @Test
    void shouldTakeNothingOfAReportThatWasErasedWhateverItsRevision() {
        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "gone", Removal.ERASED);

        pipeline.send(retail("gone", 9, HEMMINGWELL));
        pipeline.settle();

        assertThat(pipeline.table(Topics.INCIDENT)).isEmpty();
        assertThat(pipeline.table(Topics.TREND)).isEmpty();
        assertThat(health().getSuperseded()).isEqualTo(1);
        assertThat(health().getWithdrawn()).isZero();
    }

    @Test
    void shouldClearFromTheIntakeWhatComesForAReportThatDoesNotStand() {
        pipeline.send(RetailSubmission.newBuilder(retail("back", 5, HEMMINGWELL))
                .setReport(withdrawal("retail", "back", 5L, "2026-03-10T11:00"))
                .build());
        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "gone", Removal.ERASED);
        assertThat(pipeline.cleared(Topics.RETAIL_SUBMISSION)).isEmpty();

        pipeline.send(retail("back", 3, HEMMINGWELL));
        pipeline.send(retail("gone", 3, HEMMINGWELL));

        assertThat(pipeline.cleared(Topics.RETAIL_SUBMISSION)).containsExactly("retail/back", "retail/gone");
        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "back", Removal.CLEARED);
        pipeline.send(retail("back", 6, HEMMINGWELL));
        assertThat(pipeline.table(Topics.INCIDENT)).containsOnlyKeys("back");
        assertThat(pipeline.cleared(Topics.RETAIL_SUBMISSION)).isEmpty();
    }

    @Test
    void shouldCountAnExpiredReportForEverThoughItsRecordIsGone() {
        pipeline.send(retail("old", 1, HEMMINGWELL));
        pipeline.settle();

        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "old", Removal.EXPIRED);
        pipeline.send(retail("old", 2, NORTHAMPTON));
        pipeline.send(RetailSubmission.newBuilder(retail("old", 3, HEMMINGWELL))
                .setReport(withdrawal("retail", "old", 3L, "2026-03-10T11:00"))
                .build());
        pipeline.remove(Topics.RETAIL_SUBMISSION, "retail", "old", Removal.ERASED);
        pipeline.settle();

        assertThat(pipeline.table(Topics.INCIDENT)).isEmpty();
        assertThat(pipeline.stores().get("register")).containsEntry("old", "Removed[]");
        assertThat(pipeline.table(Topics.TREND).get(FORCE_MONTH).getObserved()).isEqualTo(1);
        assertThat(health().getIncidents()).isEqualTo(1);
        assertThat(health().getSuperseded()).isEqualTo(2);
    }

    /** Every store but those that tell what arrived: the marker stays, and feed health counts arrivals. */
    private Map<String, Map<String, String>> contents() {
        Map<String, Map<String, String>> stores = new TreeMap<>(pipeline.stores());
        stores.remove("feeds");
        stores.get("register").values().removeIf("Removed[]"::equals);
        return stores;
    }

    private FeedHealth health() {
        return pipeline.table(Topics.FEED_HEALTH).get("retail");
    }

    private static RetailSubmission retail(String id, long revision, long cell) {
        return submission(report("retail", id, "2026-03-09T21:30", cell)
                        .setRevision(revision)
                        .build())
                .build();
    }
}
