package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rows that the database has just been given, and has no statistics of yet. */
class NewRowsTest {
    private static final String YEARS_OF_TRENDS = """
            alter table lamplight.trend_week set (autovacuum_enabled = false);
            alter table lamplight.trend_month set (autovacuum_enabled = false);
            alter table lamplight.trend_quarter set (autovacuum_enabled = false);
            insert into lamplight.trend (area, area_kind, category, period, first_day, last_day, observed, residents,
                rate_per1000, kafka_partition, kafka_offset)
            select code, kind, 'streetsafe.' || n, 'WEEK', monday, monday + 6, 3, residents, 3000.0 / residents, 0, 0
            from lamplight.area
            cross join generate_series(1, 24) as n
            cross join generate_series(0, 51) as back
            cross join lateral (select date_trunc('week', current_date)::date - 7 * back as monday) as drawn
            where residents > 0;
            delete from pg_statistic where starelid::regclass::text like 'lamplight.trend%';
            update pg_class set reltuples = -1, relpages = 0 where oid::regclass::text like 'lamplight.trend%'
            """;

    @Test
    void shouldAnswerForTrendsBeforeTheDatabaseHasCountedThem() {
        try (ReportingFixture service = ReportingFixture.start()) {
            service.execute(YEARS_OF_TRENDS);

            assertThat(service.get("/api/collections/trends/items.json?limit=1", "analyst")
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
