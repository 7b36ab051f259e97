package org.lamplight.local.parts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL whose Lamplight was killed: it runs on, and holds the port and the files. */
final class OrphanedPostgres {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private OrphanedPostgres() {}

    /**
     * Stops the server that runs on these files, if there is one. Only for the holder of the data directory's lock, who
     * knows that nobody else can be using it.
     */
    static void stop(Path directory) {
        Optional<ProcessHandle> process = process(directory);
        process.filter(OrphanedPostgres::isPostgres).ifPresent(OrphanedPostgres::stop);
        process.filter(OrphanedPostgres::isEnding).ifPresent(OrphanedPostgres::await);
    }

    private static Optional<ProcessHandle> process(Path directory) {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst().map(pid -> Long.parseLong(pid.strip())).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number may have gone to an unrelated program since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().orElse("").endsWith("postgres");
    }

    /** One that was killed keeps its number, though nothing else, until its parent takes note. */
    private static boolean isEnding(ProcessHandle process) {
        return process.info().command().isEmpty();
    }

    private static void stop(ProcessHandle postgres) {
        try {
            // SIGINT is its fast way to stop; SIGTERM, all that Java can send, would wait for every client to leave.
            new ProcessBuilder("kill", "-INT", Long.toString(postgres.pid())).start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        await(postgres);
    }

    private static void await(ProcessHandle postgres) {
        try {
            postgres.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new StartException(
                    "PostgreSQL of an earlier run is still running as process %d and does not stop. Stop it: kill -INT %d"
                            .formatted(postgres.pid(), postgres.pid()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while an earlier PostgreSQL was being stopped.", e);
        }
    }
}
