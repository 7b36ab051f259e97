package org.lamplight.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Reads from the database what partners have been given: nothing of a release that is still being published. */
public final class PublishedReleases {
    private static final String PUBLISHED_AT =
            "select published_at from lamplight.release where status = 'PUBLISHED' and release = :release";

    private static final String NEWEST = """
            select release from lamplight.release where status = 'PUBLISHED' order by published_at desc, release desc limit 1
            """;

    // The rows of the force area are for everybody.
    private static final String ROWS = """
            select * from lamplight.released
            where release = :release and (recipient = :recipient or council is null)
            order by position
            """;

    private PublishedReleases() {}

    /** Id of the newest; empty before the first. */
    public static Optional<String> newest(Handle handle) {
        return handle.createQuery(NEWEST).mapTo(String.class).findOne();
    }

    /**
     * What a recipient gets of a release: its own rows and those of the force area, in the order of the release.
     *
     * @param release id of the release
     * @param recipient code of the council or the force
     * @return empty if no such release is published
     */
    public static Optional<ReleaseDocument> find(Handle handle, String release, String recipient) {
        return handle.createQuery(PUBLISHED_AT)
                .bind("release", release)
                .map((row, context) -> publishedAt(row))
                .findOne()
                .map(published -> document(handle, release, published, recipient));
    }

    private static ReleaseDocument document(Handle handle, String release, Instant published, String recipient) {
        return ReleaseDocument.whole(
                release,
                published,
                recipient,
                handle.createQuery(ROWS)
                        .bind("release", release)
                        .bind("recipient", recipient)
                        .map((row, context) -> ReleasedRows.read(row))
                        .list());
    }

    private static Instant publishedAt(ResultSet row) throws SQLException {
        return row.getObject("published_at", OffsetDateTime.class).toInstant();
    }
}
