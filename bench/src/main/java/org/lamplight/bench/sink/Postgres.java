package org.lamplight.bench.sink;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.LongStream;
import org.lamplight.areas.AreaBook;
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
    private static final double TICKS_A_SECOND = 100;
    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;

    private final EmbeddedDatabase server;
    private final int port;
    private final long pid;

    private Postgres(EmbeddedDatabase server, int port, long pid) {
        this.server = server;
        this.port = port;
        this.pid = pid;
    }

    static Postgres start(Path directory) throws IOException, SQLException {
        int port = Servers.freePort();
        DataDirectory data = new DataDirectory(directory);
        Files.createDirectories(data.logs());
        EmbeddedDatabase server = EmbeddedDatabase.start(data, port, USER, PASSWORD);
        long pid = Long.parseLong(
                Files.readAllLines(data.postgres().resolve("postmaster.pid")).get(0));
        Postgres postgres = new Postgres(server, port, pid);
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
        long children = ProcessHandle.of(pid)
                .map(postmaster -> postmaster.children().mapToLong(child -> ticks(child.pid(), UTIME, STIME)))
                .orElse(LongStream.empty())
                .sum();
        long ticks = children + ticks(pid, UTIME, STIME, CUTIME, CSTIME);
        return Duration.ofMillis(Math.round(ticks * 1e3 / TICKS_A_SECOND));
    }

    @Override
    public void close() {
        server.close();
    }

    private static long ticks(long pid, int... fields) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // A process's name, in parentheses, may hold anything.
            String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            long sum = 0;
            for (int field : fields) {
                sum += Long.parseLong(values[field]);
            }
            return sum;
        } catch (IOException ended) {
            return 0;
        }
    }
}
