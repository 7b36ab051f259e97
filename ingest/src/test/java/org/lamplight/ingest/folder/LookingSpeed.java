package org.lamplight.ingest.folder;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Prints how long a look into an inbox of 100,000 files takes. Give it an empty folder. */
final class LookingSpeed {
    private static final int FILES = 100_000;

    private LookingSpeed() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        Path root = Path.of(args[0]);
        Folders folders = new Folders(root, root.resolve(".claimed"), root.resolve("done"), root.resolve("failed"));
        folders.create();
        FileTime old = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));
        for (int number = 0; number < FILES; number++) {
            Files.setLastModifiedTime(Files.createFile(root.resolve("retail-" + number + ".csv")), old);
        }
        Inbox inbox = new Inbox(
                folders,
                FileSystems.getDefault().getPathMatcher("glob:retail-*.csv"),
                new Share(0, 1),
                new Resting(Duration.ofMillis(500), Clock.systemUTC()));
        for (int round = 0; round < 5; round++) {
            long start = System.nanoTime();
            List<Found> found = inbox.look(10_000, path -> false);
            System.out.printf(
                    Locale.ROOT,
                    "%d found first of %d, %.2f s%n",
                    found.size(),
                    FILES,
                    (System.nanoTime() - start) / 1e9);
        }
    }
}
