package org.lamplight.local.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.local.Programs;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.Ports;

/** A PostgreSQL with all its programs, installed as Debian does. The embedded one brings none for back-ups. */
final class OwnPostgres implements AutoCloseable {
    private static final Path INSTALLED = Path.of("/usr/lib/postgresql");
    private static final String USER = "postgres";

    private final Path programs;
    private final Path home;
    private final int port = Ports.choose(new Port(0), "port", "database");

    private OwnPostgres(Path programs, Path home) {
        this.programs = programs;
        this.home = home;
    }

    /** Where the programs are, the server among them; empty if they are not installed. */
    static Optional<Path> installed() throws IOException {
        if (!Files.isDirectory(INSTALLED)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(INSTALLED)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .findFirst();
        }
    }

    /** Starts one with the role lamplight, who owns an empty database of that name. */
    static OwnPostgres start(Path programs, Path home) throws IOException {
        OwnPostgres postgres = new OwnPostgres(programs, Files.createDirectories(home));
        if (isRoot()) {
            // PostgreSQL refuses to run as root; Debian's package made this user.
            Programs.run(home, Map.of(), "chown", "-R", USER, home.toString());
        }
        postgres.run(
                "initdb", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--pgdata=" + home.resolve("data"));
        postgres.run(
                "pg_ctl",
                "--pgdata=" + home.resolve("data"),
                "--log=" + home.resolve("log"),
                "--options=-p " + postgres.port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=''",
                "--wait",
                "start");
        postgres.run(postgres.to("psql", USER, "--command=create role lamplight login createrole"));
        postgres.create();
        return postgres;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/lamplight";
    }

    /** Writes the database to a file, as a back-up does. */
    void dump(String file) throws IOException {
        run(to("pg_dump", "lamplight", "--format=custom", "--file=" + home.resolve(file)));
    }

    /** Destroys the database, and makes an empty one. */
    void destroy() throws IOException {
        run(to("psql", USER, "--command=drop database lamplight with (force)"));
        create();
    }

    void restore(String file) throws IOException {
        run(to("pg_restore", "lamplight", "--exit-on-error", home.resolve(file).toString()));
    }

    @Override
    public void close() {
        try {
            run("pg_ctl", "--pgdata=" + home.resolve("data"), "--mode=immediate", "stop");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void create() throws IOException {
        run(to("psql", USER, "--command=create database lamplight owner lamplight"));
    }

    private String[] to(String program, String database, String... arguments) {
        List<String> command = new ArrayList<>(
                List.of(program, "--host=127.0.0.1", "--port=" + port, "--username=" + USER, "--dbname=" + database));
        command.addAll(Arrays.asList(arguments));
        return command.toArray(String[]::new);
    }

    private void run(String... command) throws IOException {
        List<String> all = new ArrayList<>(isRoot() ? List.of("runuser", "-u", USER, "--") : List.of());
        all.add(programs.resolve(command[0]).toString());
        all.addAll(Arrays.asList(command).subList(1, command.length));
        // The server keeps what pg_ctl writes to, so nobody waits for the end of that.
        Programs.run(home, Map.of(), all.toArray(String[]::new));
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }
}
