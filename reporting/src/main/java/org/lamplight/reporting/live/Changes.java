package org.lamplight.reporting.live;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.lamplight.reporting.catalogue.Catalogue;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.http.Problem;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the database which tables have changed, as the transactions say that change them. While it cannot hear,
 * nothing is known to be unchanged.
 */
public final class Changes implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Changes.class);
    private static final int WAIT_MILLIS = 1_000;

    private final DataSource database;
    private final Supplier<Catalogue> catalogue;
    private final AtomicLong count = new AtomicLong();
    private final Map<String, Long> last = new ConcurrentHashMap<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "lamplight-changes");
    private volatile boolean listening;
    private volatile boolean closed;

    /**
     * Listens from {@link #start} on.
     *
     * @param database connections, of which one is kept
     * @param catalogue which collection is made of which tables; a {@link Problem} if nobody knows yet
     */
    public Changes(DataSource database, Supplier<Catalogue> catalogue) {
        this.database = database;
        this.catalogue = catalogue;
        thread.setDaemon(true);
    }

    /** Who wants to know. */
    @FunctionalInterface
    public interface Listener {
        /**
         * Rows of a collection have changed.
         *
         * @param collection its id
         * @param categories of these categories; empty if not known
         * @param version number of the change: later ones have higher numbers
         */
        void changed(String collection, Set<String> categories, long version);
    }

    /** Begins to listen, for these listeners. */
    public void start(List<Listener> those) {
        listeners.addAll(those);
        thread.start();
    }

    /** Whether every change is heard at the moment. */
    public boolean isListening() {
        return listening;
    }

    /** Grows with every change of the collection. */
    public long version(String collection) {
        return last.getOrDefault(collection, 0L);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try (Connection connection = database.getConnection()) {
                listen(connection, catalogue.get());
            } catch (SQLException | RuntimeException e) {
                LOG.debug("Nothing is heard from the reporting database.", e);
            }
            listening = false;
            pause();
        }
    }

    private void listen(Connection connection, Catalogue known) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("listen lamplight");
        }
        listening = true;
        // Whatever happened until now was not heard.
        known.entries().forEach(entry -> tell(entry, Set.of()));
        PGConnection notified = connection.unwrap(PGConnection.class);
        while (!closed) {
            PGNotification[] notifications = notified.getNotifications(WAIT_MILLIS);
            for (PGNotification each : notifications == null ? new PGNotification[0] : notifications) {
                hear(known, each.getParameter());
            }
            if (!connection.isValid(WAIT_MILLIS / 1000)) {
                return;
            }
        }
    }

    /** A table's name, and after a space the categories of the rows, with commas between them. */
    private void hear(Catalogue known, String payload) {
        String[] parts = payload.split(" ", 2);
        Set<String> categories = parts.length < 2 ? Set.of() : Set.of(parts[1].split(","));
        for (Entry entry : known.entries()) {
            if (entry.tables().contains(parts[0])) {
                tell(entry, entry.has("category") ? categories : Set.of());
            }
        }
    }

    private void tell(Entry entry, Set<String> categories) {
        String collection = entry.collection().id();
        long version = count.incrementAndGet();
        last.put(collection, version);
        listeners.forEach(listener -> listener.changed(collection, categories, version));
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(WAIT_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
