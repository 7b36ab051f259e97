package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.concern;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.report;
import static org.lamplight.streams.Reports.withdrawal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Alert;
import org.lamplight.schemas.AlertState;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live.AsOf;

/** What raises an alarm and what does not, over a seeded background of 20 reports a week. */
class AlarmTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final int BACKGROUND_DAYS = 200;
    private static final int REPORTS_A_DAY = 3;

    private final Pipeline pipeline = new Pipeline(BOOK, local(TODAY + "T12:00"), AsOf.WALL);
    private int reports;

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldRaiseOneAlertWhereReportsGather() {
        background(BACKGROUND_DAYS);
        gather(HEMMINGWELL, 8, 2);
        pipeline.settle();

        Hotspot centre = hotspot(HEMMINGWELL);
        assertThat(centre.getStatus()).isEqualTo(AlertStatus.ALERT);
        assertThat(centre.getExplanation())
                .matches(
                        "8 reports in 7 days in and around this cell; (fewer than )?0\\.\\d expected from its own past; "
                                + "a rise this large by chance: less than 1 in a million.*");
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(AlertState.OPEN);
            assertThat(alert.getName()).isEqualTo("Hemmingwell");
            assertThat(alert.getOpenedOn()).isEqualTo(TODAY);
            assertThat(alert.getCount7()).isEqualTo(8);
            assertThat(centre.getAlert()).isEqualTo(alert.getAlert());
        });
    }

    @Test
    void shouldKeepTheIdOfAnAlertWhileItGrowsAndCloses() {
        background(BACKGROUND_DAYS);
        gather(HEMMINGWELL, 8, 2);
        pipeline.settle();
        String id = alerts().get(0).getAlert();

        pipeline.wake(Duration.ofDays(1));
        gather(neighbourTwoCellsAway(), 8, 3);
        pipeline.settle();
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getAlert()).isEqualTo(id);
            assertThat(alert.getState()).isEqualTo(AlertState.GROWN);
            assertThat(alert.getGrownOn()).isEqualTo(TODAY.plusDays(1));
        });

        pipeline.wake(Duration.ofDays(6));
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getState()).isEqualTo(AlertState.GROWN);
            assertThat(alert.getLastAlertOn()).isEqualTo(TODAY.plusDays(7));
        });

        pipeline.wake(Duration.ofDays(70));
        assertThat(alerts()).singleElement().satisfies(alert -> {
            assertThat(alert.getAlert()).isEqualTo(id);
            assertThat(alert.getState()).isEqualTo(AlertState.CLOSED);
            assertThat(alert.getClosedOn()).isEqualTo(TODAY.plusDays(77));
            assertThat(alert.getLastAlertOn()).isEqualTo(TODAY.plusDays(7));
        });

        pipeline.wake(Duration.ofDays(366));
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldCountManyReportsOfOneDayAndRaiseNoAlarm() {
        background(BACKGROUND_DAYS);
        gather(HEMMINGWELL, 500, 1);
        pipeline.settle();

        Hotspot centre = hotspot(HEMMINGWELL);
        assertThat(centre.getCellCount7()).isEqualTo(500);
        assertThat(centre.getStatus()).isEqualTo(AlertStatus.NONE);
        assertThat(centre.getCaution()).startsWith("All of one day");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldRaiseNoAlarmForABatchOfHistoricReports() {
        background(BACKGROUND_DAYS);
        for (int i = 0; i < 50; i++) {
            send(HEMMINGWELL, TODAY.minusDays(70 + i % 30));
        }
        pipeline.settle();

        assertThat(hotspot(HEMMINGWELL).getStatus()).isEqualTo(AlertStatus.NONE);
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldTestNothingBeforeThereAreEightWeeksOfHistory() {
        background(40);
        gather(HEMMINGWELL, 8, 2);
        pipeline.settle();

        Hotspot centre = hotspot(HEMMINGWELL);
        assertThat(centre.getStatus()).isEqualTo(AlertStatus.INSUFFICIENT_HISTORY);
        assertThat(centre.getEmergenceP()).isNull();
        assertThat(centre.getEmergingClass()).isNull();
        assertThat(centre.getExplanation()).isEqualTo("8 reports in 56 days in and around this cell.");
        assertThat(alerts()).isEmpty();
    }

    @Test
    void shouldSayThatTheNewestWindowIsStillFilling() {
        for (int i = 0; i < 300; i++) {
            LocalDate day = TODAY.minusDays(i);
            LocalDate received = day.plusDays(i % 2 == 0 ? 0 : 20);
            if (!received.isAfter(TODAY)) {
                pipeline.send(concern(report("streetsafe", "late" + i, day + "T10:00", HEMMINGWELL)
                        .setReceivedAt(local(received + "T11:00"))
                        .build()));
            }
        }
        pipeline.settle();

        Hotspot row = hotspot(HEMMINGWELL);
        assertThat(row.getProvisional()).isTrue();
        assertThat(row.getCaution()).contains("Still filling");
    }

    @Test
    void shouldForgetARiseThatWasWithdrawn() {
        background(BACKGROUND_DAYS);
        int first = reports;
        gather(HEMMINGWELL, 8, 2);
        pipeline.settle();
        for (int i = first; i < reports; i++) {
            pipeline.send(concern(withdrawal("streetsafe", "r" + i, 2L, TODAY + "T11:00")));
        }
        pipeline.settle();

        assertThat(pipeline.table(Topics.HOTSPOT).values())
                .allSatisfy(row -> assertThat(row.getStatus()).isNotEqualTo(AlertStatus.ALERT));
    }

    private void background(int days) {
        Random random = new Random(11);
        long[] cells = BOOK.cells(Cells.RESOLUTION);
        for (int day = days; day > 0; day--) {
            for (int i = 0; i < REPORTS_A_DAY; i++) {
                send(cells[random.nextInt(cells.length)], TODAY.minusDays(day));
            }
        }
    }

    private void gather(long cell, int count, int days) {
        for (int i = 0; i < count; i++) {
            send(cell, TODAY.minusDays(1L + i % days));
        }
    }

    private void send(long cell, LocalDate day) {
        pipeline.send(concern(report("streetsafe", "r" + reports, day + "T10:00", cell)
                .setRevision(1L)
                .build()));
        reports++;
    }

    private Hotspot hotspot(long cell) {
        return pipeline.table(Topics.HOTSPOT).get("E23000022/streetsafe/" + Cells.name(Cells.parent(cell, 8)));
    }

    private List<Alert> alerts() {
        return pipeline.table(Topics.ALERT).values().stream()
                .filter(alert -> alert.getCategory().equals("streetsafe"))
                .toList();
    }

    private static long neighbourTwoCellsAway() {
        long home = Cells.parent(HEMMINGWELL, 8);
        return Arrays.stream(Cells.disk(home, 2))
                .filter(cell -> Arrays.stream(Cells.disk(home)).noneMatch(near -> near == cell))
                .map(cell -> Cells.centreChild(cell, Cells.RESOLUTION))
                .filter(BOOK::covers)
                .findFirst()
                .orElseThrow();
    }
}
