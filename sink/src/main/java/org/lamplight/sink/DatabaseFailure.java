package org.lamplight.sink;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Why the database did not take a batch, and what to do about it. PostgreSQL's own messages quote rows, and those of
 * Jdbi quote arguments; so this exception has no cause and says nothing but the SQLState and names of the schema.
 */
final class DatabaseFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What to do about a failure. */
    enum Kind {
        /** The database is away or busy: the same batch will be taken later. */
        TRANSIENT,
        /** A record of the batch can never be taken. */
        DATA,
        /** Another task has moved the offsets on: read them again. */
        FENCED,
        /** Nothing will help but a person. */
        FATAL
    }

    // read-only (a standby that is being promoted), lock not available
    private static final Set<String> TRANSIENT_STATES = Set.of("25006", "55P03");
    // connection, transaction rolled back, insufficient resources, operator intervention, input or output error
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");
    // data, integrity constraint, program limit such as a key too long for its index
    private static final Set<String> DATA_CLASSES = Set.of("22", "23", "54");

    private final Kind kind;

    DatabaseFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Describes what a statement, or getting a connection for it, ended with. */
    static DatabaseFailure of(RuntimeException thrown) {
        return sqlCause(thrown)
                .map(DatabaseFailure::of)
                .orElseGet(() -> new DatabaseFailure(Kind.FATAL, "The database could not be used: " + safe(thrown)));
    }

    /** What Flyway says may be repeated: it sees migrations, never a record. */
    private static String safe(RuntimeException thrown) {
        return thrown instanceof FlywayException
                ? thrown.getMessage()
                : thrown.getClass().getName();
    }

    private static DatabaseFailure of(SQLException e) {
        String state = Objects.requireNonNullElse(e.getSQLState(), "");
        return new DatabaseFailure(kind(e, state), "The database answered with SQLState " + state + names(e));
    }

    Kind kind() {
        return kind;
    }

    private static Kind kind(SQLException e, String state) {
        String stateClass = state.length() < 2 ? "" : state.substring(0, 2);
        if (TRANSIENT_STATES.contains(state) || TRANSIENT_CLASSES.contains(stateClass)) {
            return Kind.TRANSIENT;
        }
        if (DATA_CLASSES.contains(stateClass)) {
            return Kind.DATA;
        }
        boolean unnamed = state.isEmpty();
        return unnamed && (e instanceof SQLTransientException || e instanceof SQLRecoverableException)
                ? Kind.TRANSIENT
                : Kind.FATAL;
    }

    private static Optional<SQLException> sqlCause(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }

    private static String names(SQLException e) {
        ServerErrorMessage server = e instanceof PSQLException psql ? psql.getServerErrorMessage() : null;
        if (server == null) {
            return "";
        }
        String names = Stream.of(server.getTable(), server.getColumn(), server.getConstraint())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (" + names + ")";
    }
}
