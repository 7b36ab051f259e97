package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.NORTHAMPTON;
import static org.lamplight.streams.Reports.concern;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.referral;
import static org.lamplight.streams.Reports.report;
import static org.lamplight.streams.Reports.submission;
import static org.lamplight.streams.Reports.withdrawal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Hotspot;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.PlaceReason;
import org.lamplight.schemas.Strand;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;
import org.lamplight.schemas.UnknownCode;
import org.lamplight.streams.Live.AsOf;

class SafetyTopologyTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final String FORCE = "E23000022";
    private static final String NORTH = "E06000061";

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
    void shouldCountAReportInEveryTableItBelongsTo() {
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL).build()));

        pipeline.settle();

        Hotspot hotspot = hotspot("streetsafe.place", HEMMINGWELL);
        assertThat(hotspot.getCellCount7()).isEqualTo(1);
        assertThat(hotspot.getDiskCount56()).isEqualTo(1);
        assertThat(hotspot.getRank()).isEqualTo(1);
        assertThat(hotspot.getIntensity()).isCloseTo(Math.pow(0.985, 1.0 / 7), within(1e-12));
        assertThat(hotspot.getCouncil()).isEqualTo(NORTH);
        assertThat(hotspot.getAsOf()).isEqualTo("2026-03-10");
        assertThat(pipeline.table(Topics.INCIDENT)).containsOnlyKeys("a1");
        Trend week = trend(NORTH, "streetsafe", "WEEK/2026-03-09");
        assertThat(week.getObserved()).isEqualTo(1);
        assertThat(week.getResidents()).isEqualTo(359_510);
        assertThat(week.getRatePer1000()).isCloseTo(1000.0 / 359_510, within(1e-15));
        assertThat(trend("zone-hemmingwell", "streetsafe", "QUARTER/2026-01-01").getObserved())
                .isEqualTo(1);
        assertThat(pipeline.table(Topics.FEED_HEALTH).get("streetsafe").getAccepted())
                .isEqualTo(1);
        assertThat(pipeline.table(Topics.OUTCOME)).isEmpty();
    }

    @Test
    void shouldShowTheNeighboursOfAReportButNothingFurtherAway() {
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-10T08:00", HEMMINGWELL).build()));

        pipeline.settle();

        var rows = pipeline.table(Topics.HOTSPOT).values().stream()
                .filter(row -> row.getCategory().equals("streetsafe"))
                .toList();
        assertThat(rows).hasSize(7);
        assertThat(rows)
                .filteredOn(row -> row.getCellCount7() == 0)
                .hasSize(6)
                .allSatisfy(row -> assertThat(row.getDiskCount7()).isEqualTo(1))
                .allSatisfy(row -> assertThat(row.getIntensity()).isCloseTo(0.1, within(1e-12)));
    }

    @Test
    void shouldMoveACorrectedReport() {
        pipeline.send(concern(report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL)
                .setRevision(1L)
                .build()));
        pipeline.settle();

        pipeline.send(concern(report("streetsafe", "a1", "2026-02-09T21:30", NORTHAMPTON)
                .setRevision(2L)
                .build()));
        pipeline.settle();

        assertThat(hotspot("streetsafe", HEMMINGWELL)).isNull();
        assertThat(hotspot("streetsafe", NORTHAMPTON).getCellCount56()).isEqualTo(1);
        assertThat(hotspot("streetsafe", NORTHAMPTON).getCellCount28()).isZero();
        assertThat(trend(NORTH, "streetsafe", "WEEK/2026-03-09")).isNull();
        assertThat(trend(FORCE, "streetsafe", "MONTH/2026-02-01").getObserved()).isEqualTo(1);
        assertThat(pipeline.table(Topics.FEED_HEALTH).get("streetsafe").getCorrected())
                .isEqualTo(1);
    }

    @Test
    void shouldForgetAWithdrawnReportAndNotTakeItBackFromAnOldFile() {
        var report = report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL)
                .setRevision(1L)
                .build();
        pipeline.send(concern(report));
        pipeline.settle();

        pipeline.send(concern(withdrawal("streetsafe", "a1", null, "2026-03-10T11:00")));
        pipeline.send(concern(report));
        pipeline.settle();

        assertThat(pipeline.table(Topics.INCIDENT)).isEmpty();
        assertThat(pipeline.table(Topics.HOTSPOT)).isEmpty();
        assertThat(pipeline.table(Topics.TREND)).isEmpty();
        var health = pipeline.table(Topics.FEED_HEALTH).get("streetsafe");
        assertThat(health.getIncidents()).isZero();
        assertThat(health.getWithdrawn()).isEqualTo(1);
        assertThat(health.getSuperseded()).isEqualTo(1);
    }

    @Test
    void shouldSendNothingForARepeatedOrOlderVersion() {
        var second = report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL).setRevision(2L);
        pipeline.send(concern(second.build()));
        pipeline.settle();
        drain();

        pipeline.send(concern(second.setReceivedAt(local("2026-03-10T11:59")).build()));
        pipeline.send(concern(report("streetsafe", "a1", "2026-03-08T21:30", NORTHAMPTON)
                .setRevision(1L)
                .build()));
        pipeline.settle();

        assertThat(pipeline.rows(Topics.INCIDENT)).isEmpty();
        assertThat(pipeline.rows(Topics.HOTSPOT)).isEmpty();
        assertThat(pipeline.rows(Topics.TREND)).isEmpty();
        assertThat(pipeline.table(Topics.FEED_HEALTH).get("streetsafe").getSuperseded())
                .isEqualTo(2);
    }

    @Test
    void shouldSendOneRowForABurst() {
        for (int i = 0; i < 50; i++) {
            pipeline.send(concern(report("streetsafe", "a" + i, "2026-03-10T08:00", HEMMINGWELL)
                    .build()));
        }

        pipeline.settle();

        assertThat(pipeline.rows(Topics.TREND))
                .filteredOn(row -> row.key.equals(FORCE + "/streetsafe/WEEK/2026-03-09"))
                .hasSize(1);
        assertThat(hotspot("streetsafe", HEMMINGWELL).getCellCount7()).isEqualTo(50);
    }

    @Test
    void shouldRollWindowsAtMidnightByTheClocksInTheCounty() {
        pipeline.close();
        pipeline = new Pipeline(BOOK, local("2026-03-28T23:59"), AsOf.WALL);
        pipeline.send(concern(
                report("streetsafe", "a1", "2026-03-22T10:00", HEMMINGWELL).build()));
        pipeline.settle();
        assertThat(hotspot("streetsafe", HEMMINGWELL).getCellCount7()).isEqualTo(1);

        pipeline.advance(Duration.ofMinutes(1));

        assertThat(hotspot("streetsafe", HEMMINGWELL).getCellCount7()).isZero();
        assertThat(hotspot("streetsafe", HEMMINGWELL).getAsOf()).isEqualTo("2026-03-29");

        pipeline.advance(Duration.ofHours(23));

        assertThat(hotspot("streetsafe", HEMMINGWELL).getAsOf()).isEqualTo("2026-03-30");
    }

    @Test
    void shouldCountTheRepeatedHourOfAutumnOnItsDay() {
        pipeline.close();
        pipeline = new Pipeline(BOOK, local("2026-10-26T12:00"), AsOf.WALL);
        var day = report("streetsafe", "a1", "2026-10-25T00:00", HEMMINGWELL)
                .setOccurredTo(local("2026-10-26T00:00"))
                .setReceivedAt(local("2026-10-26T09:00"))
                .build();
        pipeline.send(concern(day));

        pipeline.settle();

        Incident incident = pipeline.table(Topics.INCIDENT).get("a1");
        assertThat(incident.getFirstDay()).isEqualTo("2026-10-25");
        assertThat(incident.getLastDay()).isEqualTo("2026-10-25");
        assertThat(trend(FORCE, "streetsafe", "WEEK/2026-10-19").getObserved()).isEqualTo(1);
    }

    @Test
    void shouldCountAMonthOnlyWhereAMonthFits() {
        pipeline.send(concern(report("streetsafe", "a1", "2026-02-01T00:00", HEMMINGWELL)
                .setOccurredTo(local("2026-03-01T00:00"))
                .setReceivedAt(local("2026-03-05T09:00"))
                .build()));

        pipeline.settle();

        assertThat(trend(FORCE, "streetsafe", "MONTH/2026-02-01").getObserved()).isEqualTo(1);
        assertThat(trend(FORCE, "streetsafe", "QUARTER/2026-01-01").getObserved())
                .isEqualTo(1);
        assertThat(pipeline.table(Topics.TREND).keySet()).noneMatch(key -> key.contains("/WEEK/"));
        Hotspot hotspot = hotspot("streetsafe", HEMMINGWELL);
        assertThat(hotspot.getCellCount28()).isZero();
        assertThat(hotspot.getCellCount56()).isEqualTo(1);
        long age = LocalDate.parse("2026-03-10").toEpochDay()
                - LocalDate.parse("2026-02-14").toEpochDay();
        assertThat(hotspot.getIntensity()).isCloseTo(Math.pow(0.985, age / 7.0), within(1e-12));
    }

    @Test
    void shouldKeepNoPlaceOfAReferralWithoutConsent() {
        pipeline.send(referral(
                report("stop-hate-uk", "h1", "2026-03-09T21:30", HEMMINGWELL).build(), false, Strand.RACE));

        pipeline.settle();

        Incident incident = pipeline.table(Topics.INCIDENT).get("h1");
        assertThat(incident.getCell()).isNull();
        assertThat(incident.getAreas()).containsExactly(FORCE);
        assertThat(pipeline.table(Topics.HOTSPOT)).isEmpty();
        assertThat(pipeline.table(Topics.TREND).keySet()).allMatch(key -> key.startsWith(FORCE + "/"));
        assertThat(trend(FORCE, "stop-hate-uk.race", "WEEK/2026-03-09").getObserved())
                .isEqualTo(1);
    }

    @Test
    void shouldTakeAPlaceAwayWhenConsentIs() {
        var report = report("stop-hate-uk", "h1", "2026-03-09T21:30", HEMMINGWELL);
        pipeline.send(referral(report.setRevision(1L).build(), true, Strand.RACE));
        pipeline.settle();
        assertThat(hotspot("stop-hate-uk", HEMMINGWELL)).isNotNull();

        pipeline.send(referral(report.setRevision(2L).build(), false, Strand.RACE));
        pipeline.settle();

        assertThat(pipeline.table(Topics.HOTSPOT)).isEmpty();
        assertThat(trend(NORTH, "stop-hate-uk", "WEEK/2026-03-09")).isNull();
        assertThat(trend(FORCE, "stop-hate-uk", "WEEK/2026-03-09").getObserved())
                .isEqualTo(1);
    }

    @Test
    void shouldCountUnknownCodesAndKeepTheReport() {
        var report = report("streetsafe", "a1", "2026-03-09T21:30", HEMMINGWELL)
                .setUnknownCodes(List.of(new UnknownCode("placeReasons", "Dark subway")))
                .build();
        pipeline.send(concern(report, List.of(PlaceReason.OTHER), List.of()));

        pipeline.settle();

        assertThat(pipeline.table(Topics.FEED_HEALTH).get("streetsafe").getOtherCodes())
                .isEqualTo(1);
        Incident incident = pipeline.table(Topics.INCIDENT).get("a1");
        assertThat(incident.getOtherCodes()).isEqualTo(1);
        assertThat(incident.toString()).doesNotContain("Dark subway");
    }

    @Test
    void shouldRateOutcomesByRecordingAndByAssignment() {
        for (int i = 0; i < 4; i++) {
            pipeline.send(submission(report("retail", "r" + i, "2026-01-10T10:00", HEMMINGWELL)
                            .setReportedAt(local("2026-01-11T10:00"))
                            .build())
                    .build());
        }
        pipeline.settle();

        pipeline.send(submission(report("retail", "r0", "2026-01-10T10:00", HEMMINGWELL)
                        .setReportedAt(local("2026-01-11T10:00"))
                        .setReceivedAt(local("2026-02-03T10:00"))
                        .build())
                .setOutcomeType("1a")
                .setOutcomeOn(LocalDate.parse("2026-02-02"))
                .build());
        pipeline.settle();

        var rates = pipeline.table(Topics.OUTCOME);
        var recorded = rates.get(NORTH + "/retail.shoplifting/CHARGE_ONLY/RECORDED/MONTH/2026-01-01");
        assertThat(recorded.getNumerator()).isEqualTo(1);
        assertThat(recorded.getDenominator()).isEqualTo(4);
        assertThat(recorded.getRate()).isEqualTo(0.25);
        assertThat(recorded.getRateLow()).isCloseTo(0.0455873, within(1e-7));
        assertThat(recorded.getRateHigh()).isCloseTo(0.6993582, within(1e-7));
        assertThat(recorded.getResolved()).isEqualTo(1);
        assertThat(recorded.getMatureOn()).isEqualTo("2026-05-01");
        var assigned = rates.get(NORTH + "/retail/CHARGE_ONLY/ASSIGNED/MONTH/2026-02-01");
        assertThat(assigned.getNumerator()).isEqualTo(1);
        assertThat(assigned.getDenominator()).isZero();
        assertThat(assigned.getRate()).isNull();
        assertThat(assigned.getRateLow()).isNull();
        assertThat(assigned.getResolved()).isNull();
        assertThat(rates.get(FORCE + "/retail/CHARGE_ONLY/ASSIGNED/QUARTER/2026-01-01")
                        .getRate())
                .isEqualTo(0.25);
    }

    private Hotspot hotspot(String category, long cell) {
        return pipeline.table(Topics.HOTSPOT).get(FORCE + "/" + category + "/" + Cells.name(Cells.parent(cell, 8)));
    }

    private Trend trend(String area, String category, String period) {
        return pipeline.table(Topics.TREND).get(area + "/" + category + "/" + period);
    }

    private void drain() {
        pipeline.rows(Topics.INCIDENT);
        pipeline.rows(Topics.HOTSPOT);
        pipeline.rows(Topics.TREND);
    }
}
