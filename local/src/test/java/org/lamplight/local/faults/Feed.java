package org.lamplight.local.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.demo.LoadPlan;

/** Exports of two sources with a known answer, which are dropped into the inboxes one after the other. */
final class Feed {

    private final List<LoadPlan> plans;
    private final Path inbox;
    private final Deque<Export> waiting;
    private long dropped;

    private record Export(Path file, int rows) {}

    /**
     * Writes them.
     *
     * @param rows rows in all of them
     * @param seed the same gives the same rows in the same order
     * @param rowsPerFile rows in each of them
     * @param inbox where they are dropped; they wait beside it
     */
    Feed(int rows, int rowsPerFile, long seed, Path inbox) throws IOException {
        AreaBook book = AreaBook.northamptonshire();
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));
        this.inbox = inbox;
        plans = List.of(
                LoadPlan.retail(rows * 3L / 4, seed, book, today), LoadPlan.helpline(rows / 4, seed, book, today));
        Path staging = inbox.resolveSibling("staged");
        for (LoadPlan plan : plans) {
            plan.write(staging, rowsPerFile);
        }
        List<Export> exports = new ArrayList<>(exports(staging));
        Collections.shuffle(exports, new Random(seed));
        waiting = new ArrayDeque<>(exports);
    }

    List<LoadPlan> plans() {
        return plans;
    }

    /** Rows dropped so far. */
    long dropped() {
        return dropped;
    }

    /** Drops files of so many rows, or a few more. */
    void drop(int rows) throws IOException {
        for (long end = dropped + rows; dropped < end && !waiting.isEmpty(); ) {
            Export next = waiting.remove();
            Path folder = inbox.resolve(next.file().getParent().getFileName());
            Files.createDirectories(folder);
            Files.move(next.file(), folder.resolve(next.file().getFileName()), StandardCopyOption.ATOMIC_MOVE);
            dropped += next.rows();
        }
    }

    /** Drops what is left. */
    void finish() throws IOException {
        drop(Integer.MAX_VALUE);
    }

    private static List<Export> exports(Path staging) throws IOException {
        try (Stream<Path> files = Files.walk(staging)) {
            return files.filter(Files::isRegularFile).sorted().map(Feed::export).collect(Collectors.toList());
        }
    }

    private static Export export(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            int lines = 0;
            for (byte one : content) {
                lines += one == '\n' ? 1 : 0;
            }
            boolean header = file.toString().endsWith(".csv");
            return new Export(file, header ? lines - 1 : lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
