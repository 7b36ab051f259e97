package org.lamplight.release;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.ReleasedTrend;

/** A database with made-up releases. */
public final class PublishedFixture implements AutoCloseable {
    /** Code of a council of the area book. */
    public static final String NORTH = "E06000061";
    /** Code of the other one. */
    public static final String WEST = "E06000062";
    /** When the releases are published. */
    public static final Instant PUBLISHED = Instant.parse("2026-11-22T07:30:00Z");

    private final Postgres postgres;

    /** Starts a server of its own. */
    public PublishedFixture() throws IOException {
        postgres = new Postgres();
    }

    /** Connections of its owner. */
    public Jdbi jdbi() {
        return postgres.jdbi();
    }

    /** Forgets all releases and deliveries. */
    public void empty() {
        jdbi().useHandle(handle -> handle.execute("truncate lamplight.release, lamplight.webhook cascade"));
    }

    /** Publishes a release: as many wards as wanted of the north, one row of the west, one of the force area. */
    public void publish(String release, int wards) {
        prepare(release, wards);
        jdbi().useHandle(handle -> handle.createUpdate(
                        "update lamplight.release set status = 'PUBLISHED', published_at = :at where release = :release")
                .bind("release", release)
                .bind("at", PUBLISHED.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Writes a release that is not published yet. */
    public void prepare(String release, int wards) {
        jdbi().useTransaction(handle -> {
            handle.createUpdate("""
                            insert into lamplight.release (release, as_of, status, sha256, rows, settings, reasons, audit)
                            values (:release, :asOf, 'PREPARED', '00', '{}', '{}', '{}', '{}')
                            """)
                    .bind("release", release)
                    .bind("asOf", LocalDate.parse(release.substring(0, 10)))
                    .execute();
            ReleasedRows.add(handle, rows(release, wards));
        });
    }

    /** The rows of such a release, as they would be on the topics. */
    public static List<ReleasedTrend> rows(String release, int wards) {
        // Periods differ by their release, since none is released twice.
        LocalDate first = LocalDate.parse(release.substring(0, 10)).minusMonths(2);
        List<ReleasedTrend> made = new ArrayList<>();
        made.add(ReleasedTrend.newBuilder(Rows.full(release, NORTH))
                .setArea("E23000022")
                .setAreaName("Northamptonshire")
                .setAreaKind(AreaKind.FORCE)
                .setCouncil(null)
                .build());
        made.add(Rows.full(release, NORTH));
        made.add(Rows.full(release, WEST));
        IntStream.range(0, wards)
                .mapToObj(i -> Rows.withheld(release, "W" + i, NORTH))
                .forEach(made::add);
        return made.stream()
                .map(row -> ReleasedTrend.newBuilder(row).setFirstDay(first).build())
                .toList();
    }

    /** Those of them that the north may have. */
    public static List<ReleasedTrend> rowsOfNorth(String release, int wards) {
        return rows(release, wards).stream()
                .filter(row -> !WEST.equals(row.getCouncil()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
