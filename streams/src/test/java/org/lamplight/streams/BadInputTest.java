package org.lamplight.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.concern;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.report;

import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.RejectedRow;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live.AsOf;

class BadInputTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();

    private Pipeline pipeline = new Pipeline(BOOK, local("2026-03-10T12:00"), AsOf.DATA);

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldSetBytesAsideThatAreNoRecordAndGoOn() {
        byte[] poison = "not a record".getBytes(UTF_8);
        pipeline.close();
        // Under exactly-once the driver forgets the dead letters of bytes that cannot be read; a broker does not.
        Map<String, String> atLeastOnce = Map.of("processing.guarantee", "at_least_once");
        pipeline = new Pipeline(BOOK, local("2026-03-10T12:00"), AsOf.DATA, atLeastOnce);

        pipeline.sendBytes(Topics.SAFETY_CONCERN, "any", poison);
        pipeline.sendBytes(Topics.SAFETY_CONCERN, null, poison);
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL).build()));
        pipeline.settle();

        assertThat(pipeline.deadLetters())
                .allSatisfy(letter -> assertThat(letter.value()).isEqualTo(poison))
                .extracting(TestRecord::key)
                .containsExactly("any", "intake.safety-concern/0/1");
        assertThat(pipeline.table(Topics.INCIDENT)).containsOnlyKeys("a1");
    }

    @Test
    void shouldSetReportsAsideThatNoConnectorWrites() {
        var good = report("streetsafe", "bad", "2026-03-09T21:30", HEMMINGWELL).build();
        long birmingham = Cells.at(52.48, -1.9);

        pipeline.send(concern(copy(good).setOccurredFrom(null).build()));
        pipeline.send(concern(copy(good).setCell(null).build()));
        pipeline.send(concern(copy(good).setCell("nonsense").build()));
        pipeline.send(concern(copy(good).setCell(Cells.name(birmingham)).build()));
        pipeline.send(
                concern(copy(good).setOccurredTo(local("2026-03-09T21:29")).build()));
        pipeline.send(concern(copy(good)
                .setOccurredFrom(local("2026-03-12T00:00"))
                .setOccurredTo(local("2026-03-12T00:00"))
                .build()));
        pipeline.settle();

        List<TestRecord<String, byte[]>> deadLetters = pipeline.deadLetters();
        assertThat(deadLetters)
                .hasSize(6)
                .allSatisfy(letter -> assertThat(letter.key()).isEqualTo("streetsafe/bad"));
        assertThat(new String(header(deadLetters.get(2), "__streams.errors.message"), UTF_8))
                .isEqualTo("cell is no H3 cell");
        assertThat(pipeline.table(Topics.INCIDENT)).isEmpty();
    }

    @Test
    void shouldSetATombstoneAsideThatNamesNoReport() {
        pipeline.sendBytes(Topics.SAFETY_CONCERN, "no-slash", null);

        assertThat(pipeline.deadLetters()).extracting(TestRecord::key).containsExactly("no-slash");
    }

    @Test
    void shouldNotLetABadRowAdvanceTheDataClock() {
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-01T10:00", HEMMINGWELL).build()));
        pipeline.send(concern(report("streetsafe", "bad", "2026-03-09T10:00", HEMMINGWELL)
                .setCell(null)
                .build()));
        pipeline.send(rejected("2026-03-09T10:00"));
        pipeline.send(concern(report("streetsafe", "a1", "2026-03-01T10:00", HEMMINGWELL)
                .setReceivedAt(local("2026-03-09T10:00"))
                .build()));

        pipeline.settle();

        assertThat(pipeline.table(Topics.HOTSPOT).values())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getAsOf()).isEqualTo("2026-03-01"));
    }

    @Test
    void shouldNotLetTheDataClockRunAheadOfTheWallClock() {
        pipeline.send(concern(report("streetsafe", "a1", "2026-03-01T10:00", HEMMINGWELL)
                .setReceivedAt(local("2027-01-01T00:00"))
                .build()));

        pipeline.settle();

        assertThat(pipeline.table(Topics.HOTSPOT).values())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getAsOf()).isEqualTo("2026-03-10"));
    }

    @Test
    void shouldAdvanceEverySurfaceByTheReceiptsOfAny() {
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-01T10:00", HEMMINGWELL).build()));
        pipeline.send(
                concern(report("flare", "f1", "2026-03-05T10:00", HEMMINGWELL).build()));

        pipeline.settle();

        assertThat(pipeline.table(Topics.HOTSPOT).values())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.getAsOf()).isEqualTo("2026-03-05"));
    }

    @Test
    void shouldCountRejectedRowsOfTheirSource() {
        pipeline.send(rejected("2026-03-09T10:00"));

        pipeline.settle();

        var health = pipeline.table(Topics.FEED_HEALTH).get("streetsafe");
        assertThat(health.getRejected()).isEqualTo(1);
        assertThat(health.getAccepted()).isZero();
        assertThat(health.getLastReceivedAt()).isEqualTo(local("2026-03-09T10:00"));
        assertThat(health.getLagP50Seconds()).isNull();
    }

    private static RejectedRow rejected(String at) {
        return RejectedRow.newBuilder()
                .setSource("streetsafe")
                .setFile("streetsafe-2026-03.csv")
                .setFileSha256("0".repeat(64))
                .setLine(7)
                .setRule("location.outside-area")
                .setMessage("The place lies outside the county.")
                .setRejectedAt(local(at))
                .build();
    }

    private static Report.Builder copy(Report report) {
        return Report.newBuilder(report);
    }

    private static byte[] header(TestRecord<String, byte[]> record, String name) {
        return record.headers().lastHeader(name).value();
    }
}
