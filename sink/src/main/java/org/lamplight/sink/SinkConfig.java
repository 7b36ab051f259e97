package org.lamplight.sink;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.lamplight.areas.AreaBook;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Settings of the sink.
 *
 * @param connector name of the connector; the database keeps its offsets under it
 * @param task number of the task, from 0
 * @param url JDBC address of the database
 * @param user who connects
 * @param password its password
 * @param migrate whether to create and upgrade the tables, which asks that the user owns them
 * @param timeout longest wait for a connection
 * @param areasBook file of the area book; empty for the shipped one
 * @param retryBackoff wait before the first retry
 * @param retryBackoffMax longest wait between retries
 */
public record SinkConfig(
        String connector,
        int task,
        String url,
        String user,
        Password password,
        boolean migrate,
        Duration timeout,
        Optional<Path> areasBook,
        Duration retryBackoff,
        Duration retryBackoffMax) {

    static final String NAME = "name";
    /** Given to a task by the connector. */
    static final String TASK = "task.number";

    static final String URL = "database.url";
    static final String USER = "database.user";
    static final String PASSWORD = "database.password";
    static final String MIGRATE = "database.migrate";
    static final String TIMEOUT = "database.timeout.ms";
    static final String AREAS_BOOK = "areas.book";
    static final String RETRY_BACKOFF = "retry.backoff.ms";
    static final String RETRY_BACKOFF_MAX = "retry.backoff.max.ms";

    /** The settings, with what they mean. */
    public static final ConfigDef DEF = new ConfigDef()
            .define(
                    URL,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    LambdaValidator.with(SinkConfig::checkUrl, () -> "jdbc:postgresql://host:port/database"),
                    Importance.HIGH,
                    "JDBC address of the PostgreSQL database (15 or newer), e.g. jdbc:postgresql://localhost:5432/lamplight.")
            .define(
                    USER,
                    ConfigDef.Type.STRING,
                    ConfigDef.NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Database user. It owns the schemas of the reporting database, or may write the tables (role lamplight_sink).")
            .define(PASSWORD, ConfigDef.Type.PASSWORD, "", Importance.HIGH, "Password of the database user.")
            .define(
                    MIGRATE,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.MEDIUM,
                    "Create and upgrade the tables and views, which asks that the user owns them; if false, somebody else does.")
            .define(
                    TIMEOUT,
                    ConfigDef.Type.LONG,
                    10_000L,
                    Range.between(1_000, 120_000),
                    Importance.LOW,
                    "Longest wait for a connection to the database, in milliseconds.")
            .define(
                    AREAS_BOOK,
                    ConfigDef.Type.STRING,
                    "",
                    LambdaValidator.with(SinkConfig::checkBook, () -> "a file, or empty"),
                    Importance.MEDIUM,
                    "File of the area book whose names and residents the views show; empty for the shipped one.")
            .define(
                    RETRY_BACKOFF,
                    ConfigDef.Type.LONG,
                    1_000L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Wait before a batch is tried again when the database is away or busy, in milliseconds; it doubles"
                            + " with every retry, and about half of it is random. Retries never end.")
            .define(
                    RETRY_BACKOFF_MAX,
                    ConfigDef.Type.LONG,
                    60_000L,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Longest wait between retries, in milliseconds.");

    /**
     * Reads settings.
     *
     * @throws ConfigException if one is missing or wrong
     */
    static SinkConfig of(Map<String, String> settings) {
        AbstractConfig config = new AbstractConfig(DEF, settings, false);
        String book = config.getString(AREAS_BOOK);
        return new SinkConfig(
                settings.getOrDefault(NAME, "lamplight-sink"),
                Integer.parseInt(settings.getOrDefault(TASK, "0")),
                config.getString(URL),
                config.getString(USER),
                config.getPassword(PASSWORD),
                config.getBoolean(MIGRATE),
                Duration.ofMillis(config.getLong(TIMEOUT)),
                book.isEmpty() ? Optional.empty() : Optional.of(Path.of(book)),
                Duration.ofMillis(config.getLong(RETRY_BACKOFF)),
                Duration.ofMillis(config.getLong(RETRY_BACKOFF_MAX)));
    }

    /** The area book that the settings name. */
    AreaBook readAreas() {
        return areasBook.map(AreaBook::read).orElseGet(AreaBook::northamptonshire);
    }

    private static void checkUrl(String name, Object value) {
        String url = (String) value;
        if (url == null || !url.startsWith("jdbc:postgresql:")) {
            throw new ConfigException(name + " must begin with jdbc:postgresql:");
        }
        if (url.matches("(?i).*[?&]password=.*")) {
            throw new ConfigException(name + " must not hold the password, which anyone could read; use " + PASSWORD);
        }
        try {
            new PGSimpleDataSource().setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name + " is not an address that the PostgreSQL driver understands");
        }
    }

    private static void checkBook(String name, Object value) {
        String book = (String) value;
        if (book != null && !book.isEmpty() && !Files.isReadable(Path.of(book))) {
            throw new ConfigException(name, book, "There is no such file, or it cannot be read");
        }
    }
}
