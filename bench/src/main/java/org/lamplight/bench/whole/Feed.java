package org.lamplight.bench.whole;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Lets an export of new reports of one day land in the inbox each second. */
final class Feed implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final Queue<Landed> landed = new ConcurrentLinkedQueue<>();
    private final Submissions submissions;
    private final Path inbox;
    private final LocalDate day;
    private int files;
    private long reports;

    /**
     * An export that lies in the inbox under its final name.
     *
     * @param at when it came to lie there
     * @param nanos the same by {@link System#nanoTime()}
     * @param sample the source's own number of the report that is its sample
     * @param files how many have landed, and so how many samples
     * @param reports how many reports have landed
     */
    record Landed(Instant at, long nanos, String sample, int files, long reports) {}

    /**
     * Lets nothing land yet.
     *
     * @param inbox the source's
     * @param day when all reports happened
     */
    Feed(Submissions submissions, Path inbox, LocalDate day) {
        this.submissions = submissions;
        this.inbox = inbox;
        this.day = day;
    }

    /** What has landed and has not been taken from here. */
    Queue<Landed> landed() {
        return landed;
    }

    /**
     * Lets so many reports land each second, and returns when the last have.
     *
     * @param meanwhile is called over and over
     */
    void run(int rate, int seconds, Meanwhile meanwhile) throws Exception {
        Future<?> landing = thread.submit(() -> {
            long began = System.nanoTime();
            for (int second = 0; second < seconds; second++) {
                TimeUnit.NANOSECONDS.sleep(began + TimeUnit.SECONDS.toNanos(second) - System.nanoTime());
                land(rate);
            }
            return null;
        });
        while (!landing.isDone()) {
            meanwhile.look();
        }
        landing.get();
    }

    /** What is done while exports land. */
    interface Meanwhile {
        /** Does it once, and takes a short time. */
        void look() throws Exception;
    }

    private void land(int rate) throws IOException {
        Submissions.Batch batch = submissions.batch(rate, day);
        Path unfinished = inbox.resolve(".unfinished");
        Submissions.write(unfinished, batch.rows());
        files++;
        reports += rate;
        Instant now = Instant.now();
        long nanos = System.nanoTime();
        Files.setLastModifiedTime(unfinished, FileTime.from(now));
        Files.move(unfinished, inbox.resolve("fresh-" + files + ".csv"), StandardCopyOption.ATOMIC_MOVE);
        landed.add(new Landed(now, nanos, batch.sample(), files, reports));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
