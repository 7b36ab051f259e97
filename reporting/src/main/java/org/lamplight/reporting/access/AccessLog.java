package org.lamplight.reporting.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Who asked for restricted figures, in a table. An answer waits until its entry is stored, so nothing is read unseen;
 * entries of the same moment are stored together.
 */
public final class AccessLog implements AutoCloseable {
    private static final int TOGETHER = 256;
    private static final int WAITING = 4_096;
    private static final int PATIENCE_SECONDS = 5;

    private final DataSource database;
    private final BlockingQueue<Waiting> queue = new ArrayBlockingQueue<>(WAITING);
    private final Thread writer = new Thread(this::write, "lamplight-access-log");

    /** Begins to write. */
    public AccessLog(DataSource database) {
        this.database = database;
        writer.setDaemon(true);
        writer.start();
    }

    /**
     * What somebody asked.
     *
     * @param at when
     * @param subject who
     * @param audience as what
     * @param target path and query
     * @param status what they were answered
     */
    public record Entry(Instant at, String subject, String audience, String target, int status) {}

    private record Waiting(Entry entry, CompletableFuture<Void> stored) {}

    /**
     * Stores an entry, and returns when it is stored.
     *
     * @throws IllegalStateException if it cannot be; then nothing must be answered
     */
    public void store(Entry entry) {
        CompletableFuture<Void> stored = new CompletableFuture<>();
        try {
            if (!queue.offer(new Waiting(entry, stored), PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("The access log is too far behind.");
            }
            stored.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted.", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The access log cannot be written.", e);
        }
    }

    @Override
    public void close() {
        writer.interrupt();
    }

    private void write() {
        List<Waiting> together = new ArrayList<>();
        try {
            while (!Thread.currentThread().isInterrupted()) {
                together.add(queue.take());
                queue.drainTo(together, TOGETHER - 1);
                store(together);
                together.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void store(List<Waiting> entries) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into lamplight.access_log (at, subject, audience, target, status) values (?, ?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            for (Waiting waiting : entries) {
                Entry entry = waiting.entry();
                insert.setObject(1, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
                insert.setString(2, entry.subject());
                insert.setString(3, entry.audience());
                insert.setString(4, entry.target());
                insert.setInt(5, entry.status());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
            entries.forEach(waiting -> waiting.stored().complete(null));
        } catch (SQLException | RuntimeException e) {
            entries.forEach(waiting -> waiting.stored().completeExceptionally(e));
        }
    }
}
