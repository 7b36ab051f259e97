package org.lamplight.ingest.folder;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.source.SourceRecord;
import org.lamplight.ingest.source.Concerns;
import org.lamplight.ingest.source.TaskContext;

/**
 * A program that fills an inbox and lets a task read it, to be run with a small heap. It keeps nothing of what it reads,
 * says how long things took, and fails if a row or a file is missing.
 */
final class BulkLoad {
    private static final String ROW = Concerns.rows(1, 2).replaceFirst("1", "");
    private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private BulkLoad() {}

    /**
     * Runs it.
     *
     * @param args a new folder; number of files; rows of each; how many of the files to read
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        Path root = Files.createDirectories(Path.of(args[0]));
        int files = Integer.parseInt(args[1]);
        long rows = Long.parseLong(args[2]);
        int wanted = Integer.parseInt(args[3]);
        Path inbox = Files.createDirectories(root.resolve("inbox"));
        long bytes = fill(inbox, files, rows);
        look(inbox, files);
        Map<String, String> settings = new HashMap<>(Map.of(
                "inbox", inbox.toString(),
                "mapping", Concerns.mapping(root, "csv").toString(),
                "areas.book", Concerns.areas(root).toString(),
                "pseudonym.key", Concerns.KEY));
        long start = System.nanoTime();
        long read = read(new Share(0, 1).addTo(settings), wanted * rows);
        double seconds = (System.nanoTime() - start) / 1e9;
        int done = inbox.resolve("done").toFile().list().length;
        System.out.printf(
                Locale.ROOT,
                "[files] read %d rows of %d files in %.1f s; all files %.1f MB; heap limit %d MB%n",
                read,
                done,
                seconds,
                bytes / 1e6,
                Runtime.getRuntime().maxMemory() >> 20);
        if (read < wanted * rows || done < wanted) {
            throw new IllegalStateException("Rows or files are missing.");
        }
    }

    private static long fill(Path inbox, int files, long rows) throws IOException {
        long bytes = 0;
        long id = 0;
        for (int number = 0; number < files; number++) {
            Path file = inbox.resolve("retail-" + number + ".csv");
            try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
                out.write(Concerns.HEADER);
                for (long row = 0; row < rows; row++) {
                    out.write(id++ + ROW);
                }
            }
            Files.setLastModifiedTime(file, LONG_AGO);
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static void look(Path root, int files) throws IOException {
        Folders folders = new Folders(root, root.resolve(".claimed"), root.resolve("done"), root.resolve("failed"));
        folders.create();
        Inbox inbox = new Inbox(
                folders,
                FileSystems.getDefault().getPathMatcher("glob:retail-*.csv"),
                new Share(0, 1),
                new Resting(Duration.ofMillis(500), Clock.systemUTC()));
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            List<Found> found = inbox.look(10_000, path -> false);
            System.out.printf(
                    Locale.ROOT,
                    "[files] a look at %d files: the first %d in %.2f s%n",
                    files,
                    found.size(),
                    (System.nanoTime() - start) / 1e9);
        }
    }

    /** Polls, and commits each batch, until so many rows have come and their files are moved. */
    private static long read(Map<String, String> settings, long wanted) throws InterruptedException {
        FolderSourceTask task = new FolderSourceTask();
        // Of a worker that has never read anything
        task.initialize(new TaskContext(settings, partition -> null));
        task.start(settings);
        long rows = 0;
        while (rows < wanted) {
            List<SourceRecord> records =
                    Stream.ofNullable(task.poll()).flatMap(Collection::stream).toList();
            records.forEach(record -> task.commitRecord(record, null));
            rows += records.size();
        }
        task.stop();
        return rows;
    }
}
