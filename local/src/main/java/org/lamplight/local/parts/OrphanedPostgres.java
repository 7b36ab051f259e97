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
        server(directory).ifPresent(OrphanedPostgres::stop);
    }

    private static Optional<ProcessHandle> server(Path directory) {
        Path pidFile = directory.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(pid -> Long.parseLong(pid.strip()))
                    .flatMap(ProcessHandle::of)
                    // The number may have gone to an unrelated program since.
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(ProcessHandle postgres) {
        postgres.destroy();
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
