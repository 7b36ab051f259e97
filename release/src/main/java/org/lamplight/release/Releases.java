package org.lamplight.release;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The releases in the database: published ones, and at most one that is being published. */
final class Releases {
    /** Any number that no other program locks by. */
    private static final long LOCK = 7_276_543_928_114L;

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jdbi database;

    Releases(Jdbi database) {
        this.database = database;
    }

    /** A release with its rows. */
    record Whole(Release release, List<ReleasedTrend> rows) {}

    /** Keeps every other job out until it is closed, or its connection is lost. */
    record Turn(Handle handle) implements AutoCloseable {
        @Override
        public void close() {
            try (handle) {
                // Said in so many words: a server notices a closed connection only a moment later.
                handle.execute("select pg_advisory_unlock(?)", LOCK);
            } catch (JdbiException e) {
                LOG.debug("The connection is lost, and the lock with it.", e);
            }
        }
    }

    /**
     * Waits for nobody.
     *
     * @throws ReleaseException if another job is at work
     */
    Turn takeTurn() {
        Handle handle = database.open();
        boolean locked = handle.createQuery("select pg_try_advisory_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
        if (!locked) {
            handle.close();
            throw new ReleaseException("Another release is being made at the moment. Try again when it is done.");
        }
        return new Turn(handle);
    }

    /** The release that was being published when its job ended. */
    Optional<Whole> prepared() {
        return database.inTransaction(handle -> handle.createQuery(
                        "select * from lamplight.release where status = 'PREPARED'")
                .map((row, context) -> read(row))
                .findOne()
                .map(release -> new Whole(release, ReleasedRows.of(handle, release.getRelease()))));
    }

    /** Date of the newest release; empty before the first. */
    Optional<LocalDate> newest() {
        return database.withHandle(handle -> handle.createQuery("select max(as_of) from lamplight.release")
                .mapTo(LocalDate.class)
                .findOne());
    }

    /** The ids of all releases. */
    Set<String> ids() {
        return database.withHandle(handle -> handle.createQuery("select release from lamplight.release")
                .mapTo(String.class)
                .set());
    }

    /** An id for a release of this date that none has yet. */
    String nextId(LocalDate asOf) {
        long before = database.withHandle(
                handle -> handle.createQuery("select count(*) from lamplight.release where as_of = :asOf")
                        .bind("asOf", asOf)
                        .mapTo(Long.class)
                        .one());
        return before == 0 ? asOf.toString() : asOf + "-" + (before + 1);
    }

    /** Keeps a release with its rows, so that it can be completed whatever happens next. No view shows it yet. */
    void prepare(Whole whole) {
        Release release = whole.release();
        database.useTransaction(handle -> {
            handle.createUpdate("""
                            insert into lamplight.release (release, as_of, status, sha256, rows, settings, reasons, audit)
                            values (:release, :asOf, 'PREPARED', :sha256,
                                :rows::jsonb, :settings::jsonb, :reasons::jsonb, :audit::jsonb)
                            """)
                    .bind("release", release.getRelease())
                    .bind("asOf", release.getAsOf())
                    .bind("sha256", release.getSha256())
                    .bind("rows", json(release.getRows()))
                    .bind("settings", json(release.getSettings()))
                    .bind("reasons", json(release.getReasons()))
                    .bind("audit", json(release.getAudit()))
                    .execute();
            ReleasedRows.add(handle, whole.rows());
        });
    }

    /** Lets the views show it. */
    void publish(String release) {
        database.useTransaction(handle -> {
            handle.createUpdate("""
                    update lamplight.release set status = 'PUBLISHED', published_at = now() where release = :release
                    """).bind("release", release).execute();
            // For pages that are open, as the sink tells them of other tables.
            handle.createQuery("select pg_notify('lamplight', 'release')")
                    .mapTo(String.class)
                    .one();
        });
    }

    private static Release read(ResultSet row) throws SQLException {
        return Release.newBuilder()
                .setRelease(row.getString("release"))
                .setAsOf(row.getObject("as_of", LocalDate.class))
                .setRows(map(row.getString("rows"), new TypeReference<TreeMap<String, Long>>() {}))
                .setSha256(row.getString("sha256"))
                .setSettings(map(row.getString("settings"), new TypeReference<TreeMap<String, String>>() {}))
                .setReasons(map(row.getString("reasons"), new TypeReference<TreeMap<String, Long>>() {}))
                .setAudit(map(row.getString("audit"), new TypeReference<TreeMap<String, Long>>() {}))
                .build();
    }

    private static String json(Map<String, ?> map) {
        try {
            return JSON.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can be written as JSON.", e);
        }
    }

    private static <T> T map(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The table of releases holds what only releases write.", e);
        }
    }
}
