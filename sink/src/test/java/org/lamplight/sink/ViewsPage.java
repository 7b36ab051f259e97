package org.lamplight.sink;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The page {@code docs/VIEWS.md}. */
final class ViewsPage {
    private static final String HEAD = """
            # The views of the reporting database

            People and tools read views, never tables: tables may change, a view changes only with a note. This page is written from the
            comments in the database, which `\\d+ analyst.hotspot` in psql and most tools show as well.

            `lamplight access apply` makes a role for everyone who may read them ([ACCESS](ACCESS.md)): the views that are for them, and no table.
            Figures of `analyst` and `opfcc` are exact, live and restricted, and not safe to
            publish; those of `partner` are what has been [released](RELEASES.md).
            Dates are local dates (Europe/London).

            ## With tools of your own
            [queries](queries/) has a ready-made query for each question that people ask most, and says who may run it and how to read the answer.
            `QueriesTest` runs them all.

            With `psql` (the embedded database listens on 127.0.0.1 only):

                export PGHOST=127.0.0.1 PGPORT=54320 PGDATABASE=lamplight PGUSER=lamplight_analyst PGPASSWORD=…
                psql -f docs/queries/01-places-above-expected.sql
                psql --csv -f docs/queries/05-feeds-complete-and-current.sql > feeds.csv

            On a map: with the same variables set, [queries/hotspots.vrt](queries/hotspots.vrt) is a layer of points for GDAL, and for QGIS if it is
            started so. PostGIS is not needed.

                ogrinfo -ro -al -so docs/queries/hotspots.vrt
                ogr2ogr hotspots.gpkg docs/queries/hotspots.vrt
                ogr2ogr released.csv PG: -sql "select * from partner.trend where latest"

            In Power BI and Excel connect with the PostgreSQL driver and pick the views; where a tool makes points itself, they are `longitude` and
            `latitude` (EPSG:4326), with `category` and `cell` together as the key. `ProgramsOfOthersTest` runs psql and GDAL.
            """;

    private ViewsPage() {}

    /** The page for these columns, each a row with its view, type and comments. */
    static String of(List<Map<String, Object>> columns) {
        StringBuilder page = new StringBuilder(HEAD);
        String view = "";
        for (Map<String, Object> column : columns) {
            String name = column.get("schema") + "." + column.get("view");
            if (!name.equals(view)) {
                view = name;
                page.append("\n## ").append(view).append('\n');
                page.append(Objects.requireNonNull(column.get("view_comment"))).append("\n\n");
                page.append("| column | type | meaning |\n|---|---|---|\n");
            }
            page.append("| `%s` | %s | %s |\n"
                    .formatted(column.get("column"), column.get("type"), column.get("column_comment")));
        }
        return page.toString();
    }
}
