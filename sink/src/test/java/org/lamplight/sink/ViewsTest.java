package org.lamplight.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/** What the views answer for a handful of records. */
@ExtendWith(Postgres.class)
class ViewsTest {
    private static final String FORCE = "E23000022";
    private static final String NORTH = "E06000061";
    private static final String WEST = "E06000062";
    private static final long HEMMINGWELL = Cells.at(52.316284, -0.690819, 8);
    private static final long NORTHAMPTON = Cells.at(52.237, -0.896, 8);
    private static final AreaBook AREAS = AreaBook.northamptonshire();
    private static final String WARD = AREAS.wardOf(HEMMINGWELL).orElseThrow().code();

    private final KafkaLog log = new KafkaLog();

    @Test
    void shouldNameTheAreasOfAHotspotAndRankAllCells(TestDatabase database) {
        hotspot("streetsafe", HEMMINGWELL, Map.of("intensity", 3.5, "rank", 1, "ward", WARD, "council", NORTH));
        hotspot("streetsafe", NORTHAMPTON, Map.of("intensity", 0.5, "council", WEST));
        hotspot("retail", NORTHAMPTON, Map.of("intensity", 9.0));
        store(database);

        assertThat(database.query("select category, cell, ward_name, council_name, rank, rank_all"
                        + " from analyst.hotspot order by category, rank_all"))
                .containsExactly(
                        row("category", "retail", "cell", Cells.name(NORTHAMPTON), "rank_all", 1L),
                        row(
                                "category",
                                "streetsafe",
                                "cell",
                                Cells.name(HEMMINGWELL),
                                "ward_name",
                                AREAS.area(WARD).orElseThrow().name(),
                                "council_name",
                                "North Northamptonshire",
                                "rank",
                                1,
                                "rank_all",
                                1L),
                        row(
                                "category",
                                "streetsafe",
                                "cell",
                                Cells.name(NORTHAMPTON),
                                "council_name",
                                "West Northamptonshire",
                                "rank_all",
                                2L));
    }

    @Test
    void shouldShowWhatIsUnusualAboutAPlaceAndTheAlertItBelongsTo(TestDatabase database) {
        hotspot(
                "streetsafe",
                HEMMINGWELL,
                Map.of("emergenceP", 0.0001, "status", "ALERT", "emergingClass", "NEW", "alert", "first"));
        put(
                Topics.ALERT,
                FORCE + "/streetsafe/first",
                Map.of(
                        "force", FORCE,
                        "category", "streetsafe",
                        "alert", "first",
                        "name", "Hemmingwell",
                        "council", NORTH,
                        "cells", List.of(Cells.name(HEMMINGWELL)),
                        "state", "OPEN"));
        store(database);

        assertThat(database.query(
                        "select hotspot.status, emerging_class, name, alert.council_name, state, cells::text as cells"
                                + " from analyst.hotspot join analyst.alert using (force_code, category, alert)"))
                .containsExactly(row(
                        "status",
                        "ALERT",
                        "emerging_class",
                        "NEW",
                        "name",
                        "Hemmingwell",
                        "council_name",
                        "North Northamptonshire",
                        "state",
                        "OPEN",
                        "cells",
                        "{" + Cells.name(HEMMINGWELL) + "}"));
    }

    @Test
    void shouldAddCellsUpByWard(TestDatabase database) {
        long[] cells = Cells.children(HEMMINGWELL, 9);
        hotspot("retail", cells[0], Map.of("ward", WARD, "cellCount28", 2L, "cellCount56", 3L, "rank", 7));
        hotspot("retail", cells[1], Map.of("ward", WARD, "cellCount28", 1L, "cellCount56", 1L));
        hotspot("retail", cells[2], Map.of("ward", WARD));
        store(database);

        assertThat(database.query("select cells_56, count_7, count_28, count_56, best_rank, ward_rank"
                        + " from analyst.hotspot_ward"))
                .containsExactly(row(
                        "cells_56", 2L,
                        "count_7", 0L,
                        "count_28", 3L,
                        "count_56", 4L,
                        "best_rank", 7,
                        "ward_rank", 1L));
    }

    @Test
    void shouldPutTheSourcesSideBySideOnOneGrid(TestDatabase database) {
        long[] cells = Cells.children(HEMMINGWELL, 9);
        hotspot("streetsafe", HEMMINGWELL, Map.of("cellCount28", 2L, "cellCount56", 4L));
        hotspot("streetsafe.place", HEMMINGWELL, Map.of("cellCount28", 2L, "cellCount56", 4L));
        hotspot("retail", cells[0], Map.of("cellCount28", 3L, "cellCount56", 5L));
        hotspot("retail", cells[1], Map.of("cellCount28", 1L, "cellCount56", 1L));
        store(database);

        assertThat(database.query("select cell, streetsafe_28, stop_hate_uk_28, retail_28, streetsafe_56, retail_56,"
                        + " sources_56 from analyst.source_overlap"))
                .containsExactly(row(
                        "cell", Cells.name(HEMMINGWELL),
                        "streetsafe_28", 2L,
                        "stop_hate_uk_28", 0L,
                        "retail_28", 4L,
                        "streetsafe_56", 4L,
                        "retail_56", 6L,
                        "sources_56", 2L));
    }

    @Test
    void shouldFindTheParentOfACellAsH3Does(TestDatabase database) {
        Random random = new Random(5);
        for (int i = 0; i < 100; i++) {
            long cell = Cells.at(50 + 8 * random.nextDouble(), -5 + 6 * random.nextDouble(), 8 + random.nextInt(3));

            assertThat(database.value("select lamplight.cell_parent('" + Cells.name(cell) + "', 8)"))
                    .isEqualTo(Cells.name(Cells.parent(cell, 8)));
        }
    }

    @Test
    void shouldShowNoReportThatThePoliceMayNotSee(TestDatabase database) {
        incident("agreed", Map.of("cell", "8a195d2b1d07fff", "policeConsent", true, "hourOfWeek", 30));
        incident("hidden", Map.of("policeConsent", false, "hourOfWeek", 30));
        incident("mistaken", Map.of("cell", "8a195d2b1d07fff", "policeConsent", false, "hourOfWeek", 30));
        store(database);

        assertThat(database.query("select id, ward_code, council_name, received_on::text from analyst.incident"))
                .containsExactly(row(
                        "id", "agreed",
                        "ward_code", WARD,
                        "council_name", "North Northamptonshire",
                        "received_on", "2026-06-01"));
        assertThat(database.query("select reason, day_of_week, hour_of_day, month::text, reports"
                        + " from analyst.reason_by_hour order by reason"))
                .containsExactly(
                        row(
                                "reason",
                                "DISABILITY",
                                "day_of_week",
                                2,
                                "hour_of_day",
                                6,
                                "month",
                                "2026-05-01",
                                "reports",
                                1L),
                        row(
                                "reason",
                                "GENDER",
                                "day_of_week",
                                2,
                                "hour_of_day",
                                6,
                                "month",
                                "2026-05-01",
                                "reports",
                                1L));
    }

    @Test
    void shouldShowNothingAnywhereOfAReportThatThePoliceMayNotSee(TestDatabase database) {
        incident("hidden", Map.of("policeConsent", false, "hourOfWeek", 30));
        incident("mistaken", Map.of("cell", "8a195d2b1d07fff", "policeConsent", false, "hourOfWeek", 30));
        store(database);

        List<Object> views = database
                .query("select format('%I.%I', schemaname, viewname) as name from pg_views"
                        + " where schemaname in ('analyst', 'opfcc')")
                .stream()
                .map(view -> view.get("name"))
                .toList();
        assertThat(views).contains("analyst.incident", "analyst.reason_by_hour", "opfcc.retail_activity");
        assertThat(views)
                .allSatisfy(view -> assertThat(database.query("select * from " + view))
                        .as(view.toString())
                        .isEmpty());
    }

    @Test
    void shouldFillTheTrendWithZerosUpToTheLastDateCounted(TestDatabase database) {
        hotspot("retail", HEMMINGWELL, Map.of("asOf", Structs.date("2026-03-15")));
        trend(NORTH, "MONTH", "2025-12-01", 4);
        trend(NORTH, "MONTH", "2026-02-01", 6);
        store(database);

        assertThat(database.query(
                        "select first_day::text, last_day::text, complete, observed, round(rate_per_1000::numeric, 5)::text as rate"
                                + " from opfcc.trend where area_code = '" + NORTH + "' order by first_day"))
                .containsExactly(
                        row(
                                "first_day",
                                "2025-12-01",
                                "last_day",
                                "2025-12-31",
                                "complete",
                                true,
                                "observed",
                                4L,
                                "rate",
                                "0.01113"),
                        row(
                                "first_day",
                                "2026-01-01",
                                "last_day",
                                "2026-01-31",
                                "complete",
                                true,
                                "observed",
                                0L,
                                "rate",
                                "0.00000"),
                        row(
                                "first_day",
                                "2026-02-01",
                                "last_day",
                                "2026-02-28",
                                "complete",
                                true,
                                "observed",
                                6L,
                                "rate",
                                "0.01669"),
                        row(
                                "first_day",
                                "2026-03-01",
                                "last_day",
                                "2026-03-31",
                                "complete",
                                false,
                                "observed",
                                0L,
                                "rate",
                                "0.00000"));
        assertThat(database.query("select distinct area_code from opfcc.trend"))
                .hasSize(AREAS.areas().size());
    }

    @Test
    void shouldShowWhatIsExpectedOfAWeek(TestDatabase database) {
        put(
                Topics.TREND,
                NORTH + "/retail/WEEK/2026-03-09",
                Map.ofEntries(
                        Map.entry("area", NORTH),
                        Map.entry("category", "retail"),
                        Map.entry("period", "WEEK"),
                        Map.entry("firstDay", Structs.date("2026-03-09")),
                        Map.entry("observed", 9L),
                        Map.entry("rateHigh", 0.05),
                        Map.entry("expected", 4.5),
                        Map.entry("pRise", 0.0009),
                        Map.entry("status", "ALERT"),
                        Map.entry("direction", "RISING"),
                        Map.entry("explanation", "9 reports in the week.")));
        store(database);

        String columns = "select observed, rate_high, expected, p_rise, status, direction, explanation from ";
        Map<String, Object> expected = row(
                "observed",
                9L,
                "rate_high",
                0.05,
                "expected",
                4.5,
                "p_rise",
                0.0009,
                "status",
                "ALERT",
                "direction",
                "RISING",
                "explanation",
                "9 reports in the week.");
        assertThat(database.query(columns + "opfcc.trend where area_code = '" + NORTH + "'"))
                .containsExactly(expected);
        assertThat(database.query(columns + "opfcc.council_trend where council_code = '" + NORTH + "'"))
                .containsExactly(expected);
        assertThat(database.query("select rate_low, round(rate_high::numeric, 6)::text as high, status"
                        + " from opfcc.council_trend where council_code = '" + WEST + "'"))
                .containsExactly(row("rate_low", 0.0, "high", "0.008665"));
    }

    @Test
    void shouldSetACouncilsPeriodBesideThatOfTheYearBefore(TestDatabase database) {
        for (int month = 1; month <= 12; month++) {
            trend(NORTH, "MONTH", "2025-%02d-01".formatted(month), month);
        }
        trend(NORTH, "MONTH", "2026-01-01", 100);
        store(database);

        assertThat(database.query(
                        "select observed, observed_year_before, observed_rolling_year from opfcc.council_trend"
                                + " where council_code = '" + NORTH
                                + "' and first_day >= '2025-11-01' order by first_day"))
                .containsExactly(
                        row("observed", 11L),
                        row("observed", 12L, "observed_rolling_year", 78L),
                        row("observed", 100L, "observed_year_before", 1L, "observed_rolling_year", 177L));
    }

    @Test
    void shouldCountWeeksOfAYearByFiftyTwo(TestDatabase database) {
        hotspot("retail", HEMMINGWELL, Map.of("asOf", Structs.date("2026-01-11")));
        trend(NORTH, "WEEK", "2025-01-06", 5);
        store(database);

        assertThat(database.query("select first_day::text, observed_year_before, observed_rolling_year"
                        + " from opfcc.council_trend where council_code = '" + NORTH + "' and first_day >= '2025-12-22'"
                        + " order by first_day"))
                .containsExactly(
                        row("first_day", "2025-12-22"),
                        row("first_day", "2025-12-29", "observed_rolling_year", 5L),
                        row("first_day", "2026-01-05", "observed_year_before", 5L, "observed_rolling_year", 0L));
    }

    @Test
    void shouldShowSubmissionsPerActivePremises(TestDatabase database) {
        retail("1", Map.of("premises", "shop", "reasons", List.of("SHOPLIFTING", "VIOLENCE"), "evidenceReady", true));
        retail("2", Map.of("premises", "shop"));
        retail("3", Map.of("premises", "kiosk"));
        retail("over the month's end", Map.of("premises", "shop", "lastDay", Structs.date("2026-06-01")));
        store(database);

        assertThat(database.query("select month::text, submissions, active_premises, submissions_per_premises, violent,"
                        + " evidence_ready from opfcc.retail_activity where area_kind = 'COUNCIL'"))
                .containsExactly(row(
                        "month", "2026-05-01",
                        "submissions", 3L,
                        "active_premises", 2L,
                        "submissions_per_premises", 1.5,
                        "violent", 1L,
                        "evidence_ready", 1L));
    }

    @Test
    void shouldSayFromWhenOnAnOutcomeRateCanBeCompared(TestDatabase database) {
        hotspot("retail", HEMMINGWELL, Map.of("asOf", Structs.date("2026-07-29")));
        outcome("2026-04-30", "2026-07-29");
        outcome("2026-05-01", "2026-07-30");
        store(database);

        assertThat(database.query("select area_name, rate_low, rate_high, resolved, mature_on::text, mature"
                        + " from opfcc.outcome_rate order by first_day"))
                .containsExactly(
                        row(
                                "area_name",
                                "North Northamptonshire",
                                "rate_low",
                                0.1,
                                "rate_high",
                                0.5,
                                "resolved",
                                4L,
                                "mature_on",
                                "2026-07-29",
                                "mature",
                                true),
                        row(
                                "area_name",
                                "North Northamptonshire",
                                "rate_low",
                                0.1,
                                "rate_high",
                                0.5,
                                "resolved",
                                4L,
                                "mature_on",
                                "2026-07-30",
                                "mature",
                                false));
    }

    @Test
    void shouldNameTheAreasOfAnEvaluationInTheirOrder(TestDatabase database) {
        put(
                Topics.EVALUATION,
                "retail/pilot",
                Map.of(
                        "evaluation",
                        "pilot",
                        "category",
                        "retail",
                        "treated",
                        List.of(WEST, "zone-hemmingwell", "E99"),
                        "comparison",
                        List.of(NORTH),
                        "treatedBefore",
                        47L,
                        "treatedAfter",
                        174L,
                        "explanation",
                        "More."));
        store(database);

        assertThat(database.query("select evaluation, treated, treated_codes, comparison, buffer, treated_after,"
                        + " ratio_of_ratios, explanation, caution from opfcc.evaluation"))
                .containsExactly(row(
                        "evaluation", "pilot",
                        "treated", "West Northamptonshire, Hemmingwell, E99",
                        "treated_codes", "E06000062, zone-hemmingwell, E99",
                        "comparison", "North Northamptonshire",
                        "treated_after", 174L,
                        "explanation", "More."));
    }

    @Test
    void shouldShowHowFeedsAreAndWhatWasRejected(TestDatabase database) {
        put(
                Topics.FEED_HEALTH,
                "retail",
                Map.of(
                        "source",
                        "retail",
                        "accepted",
                        3L,
                        "rejected",
                        1L,
                        "lastReceivedAt",
                        Structs.instant("2026-05-31T23:30:00Z")));
        put(
                Topics.REJECTED,
                "retail/ab/2",
                Map.of("source", "retail", "fileSha256", "ab", "line", 2L, "rule", "location.outside-area"));
        store(database);

        assertThat(database.query("select source, rejected_percent, last_received_on::text from analyst.feed_health"))
                .containsExactly(row("source", "retail", "rejected_percent", 25.0, "last_received_on", "2026-06-01"));
        assertThat(database.query("select source, line, rule from analyst.rejected_row"))
                .containsExactly(row("source", "retail", "line", 2L, "rule", "location.outside-area"));
    }

    private void hotspot(String category, long cell, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(Map.of("force", FORCE, "category", category, "cell", Cells.name(cell)));
        put(Topics.HOTSPOT, FORCE + "/" + category + "/" + Cells.name(cell), all);
    }

    private void incident(String id, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "source", "stop-hate-uk",
                "reasons", List.of("DISABILITY", "GENDER"),
                "areas", List.of(WARD, "E05000000", NORTH, FORCE),
                "firstDay", Structs.date("2026-05-04"),
                "lastDay", Structs.date("2026-05-04"),
                "receivedAt", Structs.instant("2026-05-31T23:30:00Z")));
        all.putAll(values);
        all.put("id", id);
        put(Topics.INCIDENT, id, all);
    }

    private void retail(String id, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(Map.of("source", "retail", "kind", "RETAIL_SUBMISSION", "cell", "8a195d2b1d07fff"));
        incident(id, all);
    }

    private void trend(String area, String period, String firstDay, long observed) {
        put(
                Topics.TREND,
                area + "/retail/" + period + "/" + firstDay,
                Map.of(
                        "area", area,
                        "category", "retail",
                        "period", period,
                        "firstDay", Structs.date(firstDay),
                        "observed", observed));
    }

    private void outcome(String firstDay, String matureOn) {
        put(
                Topics.OUTCOME,
                NORTH + "/retail/CHARGE_ONLY/RECORDED/MONTH/" + firstDay,
                Map.of(
                        "area",
                        NORTH,
                        "category",
                        "retail",
                        "outcomeSet",
                        "CHARGE_ONLY",
                        "basis",
                        "RECORDED",
                        "period",
                        "MONTH",
                        "firstDay",
                        Structs.date(firstDay),
                        "rateLow",
                        0.1,
                        "rateHigh",
                        0.5,
                        "resolved",
                        4L,
                        "matureOn",
                        Structs.date(matureOn)));
    }

    private void put(Topic<?> topic, String key, Map<String, ?> values) {
        log.append(topic, 0, key, Structs.of(topic, values));
    }

    private void store(TestDatabase database) {
        try (FakeWorker worker = FakeWorker.started(log, database.settings())) {
            worker.drain();
            assertThat(worker.deadLetters).isEmpty();
        }
    }

    /** A row with these columns; the others of the query are null. */
    private static Map<String, Object> row(Object... columnsAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            row.put((String) columnsAndValues[i], columnsAndValues[i + 1]);
        }
        return row;
    }
}
