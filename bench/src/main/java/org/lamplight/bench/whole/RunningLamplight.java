package org.lamplight.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lamplight.bench.servers.LinuxProcess;
import org.lamplight.bench.servers.Servers;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.local.parts.Secrets;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Lamplight as a user runs it: the script of this checkout with its own flags for the JVM and its own settings, except that
 * the data are elsewhere and the ports free ones.
 */
final class RunningLamplight implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final String USER = "lamplight";

    private final int databasePort = Servers.freePort();
    private final int reportingPort = Servers.freePort();
    private final int monitoringPort = Servers.freePort();
    private final Process process;
    private final DataDirectory data;
    private final Path output;
    private final Visitor visitor;

    private RunningLamplight(Path script, Path directory, String command) throws IOException {
        data = new DataDirectory(directory.resolve("data"));
        output = directory.resolve("output.txt");
        visitor = new Visitor(reportingPort, data);
        ProcessBuilder builder = new ProcessBuilder(script.toString(), command);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LAMPLIGHT_") && !name.equals("LAMPLIGHT_JAVA_OPTS"));
        builder.environment()
                .putAll(Map.of(
                        "LAMPLIGHT_DATA",
                        data.root().toString(),
                        "LAMPLIGHT_KAFKA_PORT",
                        "0",
                        "LAMPLIGHT_KAFKA_PARTNERS_PORT",
                        "0",
                        "LAMPLIGHT_REGISTRY_PORT",
                        "0",
                        "LAMPLIGHT_CONNECT_PORT",
                        "0",
                        "LAMPLIGHT_DATABASE_PORT",
                        Integer.toString(databasePort),
                        "LAMPLIGHT_REPORTING_PORT",
                        Integer.toString(reportingPort),
                        "LAMPLIGHT_MONITORING_PORT",
                        Integer.toString(monitoringPort)));
        process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /**
     * Starts it, and does not wait.
     *
     * @param script {@code lamplight}, which has been built
     * @param directory where its data is kept, and what it prints
     * @param command {@code up} or {@code demo}
     */
    static RunningLamplight start(Path script, Path directory, String command) throws IOException {
        return new RunningLamplight(script, directory, command);
    }

    /** Waits until everything runs. */
    RunningLamplight awaitReady() throws InterruptedException {
        await("runs", () -> visitor.isAnswered(monitoringPort, "/ready"));
        return this;
    }

    /**
     * Waits until the reporting service answers an analyst with rows of a collection.
     *
     * @param rows which of which collection, such as {@code hotspots/items.csv?limit=1}
     */
    void awaitRows(String rows) throws InterruptedException {
        await("answers with rows", () -> visitor.hasRows(rows));
    }

    /** Waits until the reporting service has its first page. */
    void awaitPage() throws InterruptedException {
        await("has a page", visitor::hasPage);
    }

    /** Something to wait for. */
    interface Condition {
        /** Whether it has come. */
        boolean holds() throws IOException, InterruptedException, SQLException;
    }

    /** Where a source's exports are put. */
    Path inbox(String source) {
        return data.inbox().resolve(source);
    }

    /** Lets all exports of a directory land in a source's inbox. */
    void land(Path exports, String source) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(exports)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            Files.move(file, inbox(source).resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** The keys and passwords that it has made. */
    Secrets secrets() {
        return new Secrets(data.secrets(), new SecureRandom());
    }

    /** A connection to the reporting database. */
    Connection connect() throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + databasePort + "/" + EmbeddedDatabase.NAME);
        source.setUser(USER);
        source.setPassword(secrets().get(Secrets.DATABASE_PASSWORD));
        return source.getConnection();
    }

    /** The JVM. */
    LinuxProcess jvm() {
        return new LinuxProcess(process.pid());
    }

    /** PostgreSQL; nothing before that runs. */
    LinuxProcess postgres() throws IOException {
        Path pid = data.postgres().resolve("postmaster.pid");
        List<String> lines = Files.exists(pid) ? Files.readAllLines(pid) : List.of();
        return new LinuxProcess(
                lines.isEmpty() ? -1 : Long.parseLong(lines.get(0).strip()));
    }

    /** Fails if it has ended. */
    void check() {
        if (!process.isAlive()) {
            throw new IllegalStateException("Lamplight has ended by itself.\n" + printed());
        }
    }

    /** Stops it, as Ctrl-C does. */
    @Override
    public void close() throws IOException {
        long postgres = postgres().pid();
        process.destroy();
        process.onExit()
                .completeOnTimeout(process, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .join();
        if (process.isAlive()) {
            process.destroyForcibly().onExit().join();
            ProcessHandle.of(postgres).ifPresent(ProcessHandle::destroy);
            throw new IllegalStateException("Lamplight did not stop.\n" + printed());
        }
    }

    private void await(String what, Condition condition) throws InterruptedException {
        await(what, PATIENCE, LOOK, condition);
    }

    /**
     * Waits for something.
     *
     * @param what Lamplight is to do, for the message
     * @param patience how long at most
     * @param look how long between two looks
     */
    void await(String what, Duration patience, Duration look, Condition condition) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!met(condition)) {
            check();
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("It takes long until Lamplight " + what + ".\n" + printed());
            }
            TimeUnit.NANOSECONDS.sleep(look.toNanos());
        }
    }

    /** Who cannot be reached yet has nothing. */
    private static boolean met(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    private String printed() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            return "What it printed cannot be read.";
        }
    }
}
