package org.lamplight.reporting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.lamplight.reporting.access.Audience;
import org.lamplight.reporting.catalogue.Catalogue;
import org.lamplight.reporting.http.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The reporting database, asked in the role of whoever wants to know. */
final class Views implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Views.class);
    private static final int PATIENCE_MILLIS = 5_000;
    private static final String CANCELLED = "57014";

    private final HikariDataSource pool;
    private final Jdbi jdbi;
    private volatile Catalogue catalogue;

    /** With so many connections at most, made when they are needed. */
    Views(DataSource database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("lamplight-reporting");
        config.setRegisterMbeans(true);
        config.setDataSource(database);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.setInitializationFailTimeout(-1);
        config.setReadOnly(true);
        // Rows and their number are of one moment.
        config.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
        // A table that just grew has no statistics yet. Joined by a merge of the two columns that happen to be sorted,
        // the
        // trends of a year then take minutes; hashed by all four, as with statistics, a third of a second.
        config.setConnectionInitSql("set statement_timeout = '10s'; set enable_mergejoin = off");
        pool = new HikariDataSource(config);
        jdbi = Jdbi.create(pool);
    }

    /**
     * What is served.
     *
     * @throws Problem if the database does not answer
     */
    Catalogue catalogue() {
        Catalogue known = catalogue;
        if (known == null) {
            known = asking(Catalogue::read);
            catalogue = known;
        }
        return known;
    }

    /**
     * Asks in the audience's role, so that its rights decide.
     *
     * @throws Problem if the database does not answer, or the answer takes too long
     */
    <T> T as(Audience audience, Function<Handle, T> question) {
        return asking(handle -> {
            handle.execute("set local role " + audience.role());
            return question.apply(handle);
        });
    }

    /** Whether the database answers. */
    boolean answers() {
        try {
            catalogue();
            asking(handle -> handle.execute("select 1"));
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
    }

    private <T> T asking(Function<Handle, T> question) {
        try {
            return jdbi.inTransaction(question::apply);
        } catch (JdbiException e) {
            throw e.getCause() instanceof SQLException cause ? refused(cause, e) : e;
        }
    }

    private static RuntimeException refused(SQLException cause, JdbiException failure) {
        String state = String.valueOf(cause.getSQLState());
        if (state.equals(CANCELLED)) {
            return Problem.of(
                    503, "Too much at once", "The answer takes too long. Ask for less: a category, an area, a time.");
        }
        // Connections that fail or are not to be had, and a server that is stopping or has no room.
        if (cause instanceof SQLTransientConnectionException || state.matches("08...|57P..|53...|28...")) {
            LOG.warn("The reporting database does not answer: {}", cause.getMessage());
            return Problem.away();
        }
        return failure;
    }
}
