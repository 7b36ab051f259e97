package org.lamplight.local.e2e;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.lamplight.local.Platform;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Secrets;
import org.postgresql.ds.PGSimpleDataSource;

/** A whole Lamplight in a directory, on ports of its own, which can be stopped and started again. */
final class RunningPlatform implements AutoCloseable {
    private final LamplightConfig config;
    private Platform platform;

    /**
     * Starts it.
     *
     * @param home where relative paths start and data is kept
     * @param settings further configuration
     */
    RunningPlatform(Path home, String settings) {
        this(
                home,
                ConfigFactory.parseString(
                        "kafka.port = 0, kafka.partners.port = 0, registry.port = 0, connect.port = 0, database.port = 0,"
                                + " reporting.port = 0, monitoring.port = 0\n"
                                + settings));
    }

    /** Starts it with just this configuration. */
    RunningPlatform(Path home, Config settings) {
        this.config = ConfigReader.read(settings, home);
        start();
    }

    void restart() {
        platform.close();
        start();
    }

    private void start() {
        platform = Platform.start(config, Clock.systemUTC(), (part, took) -> {});
    }

    Platform platform() {
        return platform;
    }

    /** The settings of a Kafka client that may do anything. */
    Map<String, Object> kafkaClient() {
        return new HashMap<>(platform.kafkaClient(Principals.ADMIN));
    }

    Path inbox(String source) {
        return config.data().inbox().resolve(source);
    }

    /** Puts a finished file into a source's inbox. */
    void drop(String source, String name, List<String> lines, Charset charset) {
        try {
            Path inbox = Files.createDirectories(inbox(source));
            Path unfinished = inbox.resolve("." + name);
            Files.writeString(unfinished, String.join("\n", lines) + "\n", charset);
            Files.move(unfinished, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void drop(String source, String name, List<String> lines) {
        drop(source, name, lines, StandardCharsets.UTF_8);
    }

    /** The only value of a query's only row, as text. */
    String value(String sql, Object... parameters) {
        return rows(sql, parameters).get(0).get(0);
    }

    /** A query's rows, as text. */
    List<List<String>> rows(String sql, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                return read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    Connection connect() throws SQLException {
        return database().getConnection();
    }

    /** Connections of the owner of the tables. */
    DataSource database() {
        return database(config.database().user(), Secrets.DATABASE_PASSWORD);
    }

    /** Connections of a role whose password is a secret. */
    DataSource database(String role, String secret) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(platform.addresses().database());
        source.setUser(role);
        source.setPassword(new Secrets(config.data().secrets(), new SecureRandom()).get(secret));
        return source;
    }

    private static List<List<String>> read(ResultSet rows) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        while (rows.next()) {
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                row.add(rows.getString(i));
            }
            all.add(row);
        }
        return all;
    }

    @Override
    public void close() {
        platform.close();
    }
}
