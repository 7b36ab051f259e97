package org.lamplight.bench.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.lamplight.areas.AreaBook;
import org.lamplight.bench.servers.LinuxProcess;
import org.lamplight.bench.servers.Servers;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.sink.DatabaseSetup;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL as Lamplight runs it, with a reporting database for each of two sinks. */
final class Postgres implements AutoCloseable {
    /** Who owns the databases. */
    static final String USER = "lamplight";
    /** That user's password. */
    static final String PASSWORD = "lamplight";
    /** Debezium's database; its tables have the names of topics and fields. */
    static final String DEBEZIUM = "debezium";

    private static final String CREATE = "create database " + DEBEZIUM + " owner " + USER;

    private final EmbeddedDatabase server;
    private final int port;
    private final LinuxProcess postmaster;

    private Postgres(EmbeddedDatabase server, int port, LinuxProcess postmaster) {
        this.server = server;
        this.port = port;
        this.postmaster = postmaster;
    }

    static Postgres start(Path directory) throws IOException, SQLException {
        int port = Servers.freePort();
        DataDirectory data = new DataDirectory(directory);
        Files.createDirectories(data.logs());
        EmbeddedDatabase server = EmbeddedDatabase.start(data, port, USER, PASSWORD);
        long pid = Long.parseLong(
                Files.readAllLines(data.postgres().resolve("postmaster.pid")).get(0));
        Postgres postgres = new Postgres(server, port, new LinuxProcess(pid));
        PGSimpleDataSource superuser = postgres.source("postgres");
        superuser.setUser("postgres");
        try (var connection = superuser.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(CREATE);
        }
        AreaBook book = AreaBook.northamptonshire();
        new DatabaseSetup(postgres.source(EmbeddedDatabase.NAME)).run(book);
        new DatabaseSetup(postgres.source(DEBEZIUM)).run(book);
        return postgres;
    }

    /** The address of a database. */
    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Connections to a database. */
    PGSimpleDataSource source(String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(USER);
        source.setPassword(PASSWORD);
        return source;
    }

    /** Processor time that it has had with all its processes, those that have ended too; none where there is no /proc. */
    Duration cpu() {
        return postmaster.cpuOfAll();
    }

    @Override
    public void close() {
        server.close();
    }
}
