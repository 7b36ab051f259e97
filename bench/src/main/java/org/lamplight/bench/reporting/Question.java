package org.lamplight.bench.reporting;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is asked, of the service and of the database.
 *
 * @param name what it is called
 * @param path address at the service; a hash stands for a number that changes nothing in the answer but makes it another question
 * @param sql the same for PostgreSQL, as the service asks it
 */
record Question(String name, String path, String sql) {
    private static final int LEAST = 1_000;
    private static final AtomicLong OTHERS = new AtomicLong(LEAST);

    /** What the pages of hotspots and trends are made of. */
    static final List<Question> ALL = List.of(
            new Question(
                    "hotspots, 20 rows, JSON",
                    "/api/collections/hotspots/items.json?category=retail&limit=20&cell_count_28=0..#",
                    "select * from analyst.hotspot where category = 'retail' and cell_count_28 between 0 and :n"
                            + " order by category, rank_all, cell limit 20;"),
            new Question(
                    "the map's 3,595 cells, GeoJSON",
                    "/api/collections/hotspots/items.geojson?category=retail&fields=cell&limit=10000&cell_count_28=0..#",
                    "select cell, category, latitude, longitude from analyst.hotspot where category = 'retail' and cell_count_28 between 0 and :n"
                            + " order by category, rank_all, cell limit 10000;"),
            new Question(
                    "trend, two years of weeks, JSON",
                    "/api/collections/trends/items.json?category=retail&area_code=E06000061&period=WEEK&limit=200"
                            + "&observed=0..#",
                    "select * from opfcc.trend where category = 'retail' and area_code = 'E06000061'"
                            + " and period = 'WEEK' and observed between 0 and :n"
                            + " order by category, area_code, period, first_day desc limit 200;"));

    /** The same words each time. */
    String same() {
        return path.replace("#", Integer.toString(LEAST));
    }

    /** In words that nobody has used. */
    String different() {
        return path.replace("#", Long.toString(OTHERS.incrementAndGet()));
    }

    /** A script of pgbench. */
    String script() {
        return "\\set n random(" + LEAST + ", 1000000000)\n" + sql + "\n";
    }
}
