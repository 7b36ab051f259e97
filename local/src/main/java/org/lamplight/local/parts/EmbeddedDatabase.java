package org.lamplight.local.parts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;
import org.lamplight.local.config.DataDirectory;

/**
 * PostgreSQL beside this process, on 127.0.0.1, with its files in the data directory. The superuser and the owner of
 * the reporting tables share a password, which is made on first start.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** The database's name. */
    public static final String NAME = "lamplight";

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORDS_ONLY = """
            # Written by Lamplight: who connects gives a password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres postgres;

    private EmbeddedDatabase(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts it; makes the database when it is new. Call {@link #stopOrphan} before choosing the port.
     *
     * @param data where its files and programs are
     * @param port where clients connect
     * @param user the owner of the reporting tables
     * @param password the superuser's and the owner's password
     */
    public static EmbeddedDatabase start(DataDirectory data, int port, String user, String password) {
        Path ready = data.postgres().resolve("lamplight.ready");
        try {
            if (!Files.exists(ready)) {
                // What a start left that was killed while it made the database.
                deleteAll(data.postgres());
            }
            deleteHalfUnpacked(data.postgresPrograms());
            EmbeddedPostgres postgres = postgres(data, port, password);
            if (!Files.exists(ready)) {
                initialise(postgres, data.postgres(), user, password);
                Files.createFile(ready);
            }
            return new EmbeddedDatabase(postgres);
        } catch (IOException | IllegalStateException e) {
            throw new StartException(
                    "PostgreSQL does not start; " + data.logs().resolve("postgres.log") + " says why.", e);
        } catch (SQLException e) {
            throw new StartException("The reporting database cannot be made: " + e.getMessage(), e);
        }
    }

    /** Stops the server of an earlier run that was killed. */
    public static void stopOrphan(DataDirectory data) {
        OrphanedPostgres.stop(data.postgres());
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres postgres(DataDirectory data, int port, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data.postgres())
                .setOverrideWorkingDirectory(data.postgresPrograms().toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(port)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", password)
                .setLocaleConfig("locale", "C.UTF-8")
                // The same order as that of C.UTF-8, but compared as bytes.
                .setLocaleConfig("lc-collate", "C")
                // Made for tests, the library would give up durability for speed.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("max_connections", "50")
                // Tables that grow are analysed each minute: a tenth of the rows, in a tenth of the time.
                .setServerConfig("default_statistics_target", "10")
                .start();
    }

    private static void initialise(EmbeddedPostgres postgres, Path directory, String user, String password)
            throws SQLException, IOException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            String quoted = statement.enquoteLiteral(password);
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD " + quoted);
            statement.execute("CREATE ROLE " + user + " LOGIN CREATEROLE PASSWORD " + quoted);
            statement.execute("CREATE DATABASE " + NAME + " OWNER " + user);
            Files.writeString(directory.resolve("pg_hba.conf"), PASSWORDS_ONLY);
            try (ResultSet reloaded = statement.executeQuery("SELECT pg_reload_conf()")) {
                reloaded.next();
            }
        }
    }

    /** The library would stumble over programs that a killed start left half unpacked; it marks those that are whole. */
    private static void deleteHalfUnpacked(Path programs) throws IOException {
        if (Files.exists(programs)) {
            try (Stream<Path> versions = Files.list(programs)) {
                for (Path version : versions.filter(Files::isDirectory).toList()) {
                    if (!Files.exists(version.resolve(".exists"))) {
                        deleteAll(version);
                    }
                }
            }
        }
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
