package org.lamplight.local.demo;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drops a small file every few seconds until closed: new reports of one source, and often news of an earlier one. */
public final class LiveDrops implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveDrops.class);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'live-'uuuuMMdd'T'HHmmssSSS");
    private static final DateTimeFormatter NUMBER = DateTimeFormatter.ofPattern("uuuu-DDD'L'HHmmssSSS");
    private static final int MOST_REPORTS = 4;
    private static final int LOOK_BACK_MINUTES = 24 * 60;
    private static final Duration LAST_FILE = Duration.ofSeconds(10);
    private static final double NEWS = 0.6;
    private static final int REMEMBERED = 50;

    private final List<Feed> feeds;
    private final Weighted<Feed> choice;
    private final Inbox inbox;
    private final Clock clock;
    private final RandomGenerator random;
    private final CountDownLatch closed = new CountDownLatch(1);
    private Thread thread;

    /** A source, and the latest versions of reports it may still hear more of. */
    private record Feed(Source source, List<Version> open) {}

    LiveDrops(List<Source> sources, Inbox inbox, Clock clock, RandomGenerator random) {
        this.inbox = inbox;
        this.clock = clock;
        this.random = random;
        this.feeds = sources.stream()
                .map(source -> new Feed(source, new ArrayList<>()))
                .toList();
        this.choice = new Weighted<>(feeds, feed -> Math.sqrt(feed.source().perWeek(now().toLocalDate())));
    }

    LiveDrops every(Duration interval) {
        thread = new Thread(() -> dropUntilClosed(interval), "demo-feeds");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void dropUntilClosed(Duration interval) {
        try {
            do {
                dropOrLog();
            } while (!closed.await(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.info("The demo's live feeds were interrupted and end.");
        }
    }

    private void dropOrLog() {
        try {
            drop();
        } catch (IOException e) {
            LOG.warn("The demo could not write a file to {}; it tries again.", inbox.root(), e);
        }
    }

    /** Drops one file of any source. */
    Planted drop() throws IOException {
        return drop(choice.draw(random));
    }

    /** Drops one file of this source. */
    Planted drop(String source) throws IOException {
        return drop(feeds.stream()
                .filter(feed -> feed.source().export().source().equals(source))
                .findFirst()
                .orElseThrow());
    }

    private Planted drop(Feed feed) throws IOException {
        LocalDateTime now = now();
        Arrivals arrivals = new Arrivals(feed.source(), now.toLocalDate());
        Pace atOnce = (earlier, delay) -> now;
        news(feed, atOnce).ifPresent(version -> arrivals.add(version, random));
        for (int left = 1 + random.nextInt(MOST_REPORTS); left > 0; left--) {
            Version version = feed.source().report(lately(now), number(now, left), atOnce, random);
            arrivals.add(version, random);
            feed.open().add(version);
        }
        Batch batch = arrivals.takeBefore(now.plusSeconds(1), random);
        Export export = feed.source().export();
        inbox.drop(export, export.fileName(NAME.format(now)), batch.lines());
        return batch.planted().plus(new Planted(1, 0, 0, 0, 0, 0));
    }

    private LocalDateTime lately(LocalDateTime now) {
        LocalDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime occurred = London.unambiguous(minute.minusMinutes(random.nextInt(LOOK_BACK_MINUTES)));
        return occurred.isAfter(minute) ? minute : occurred;
    }

    private static String number(LocalDateTime now, int ordinal) {
        return NUMBER.format(now) + "-" + ordinal;
    }

    /** What becomes of an earlier report of the feed. */
    private Optional<Version> news(Feed feed, Pace pace) {
        List<Version> open = feed.open();
        if (open.isEmpty() || random.nextDouble() > NEWS) {
            return Optional.empty();
        }
        int chosen = random.nextInt(open.size());
        Optional<Version> next = feed.source().next(open.get(chosen), pace, random);
        open.remove(chosen);
        next.ifPresent(open::add);
        if (open.size() > REMEMBERED) {
            open.subList(0, open.size() - REMEMBERED).clear();
        }
        return next;
    }

    private LocalDateTime now() {
        return LocalDateTime.ofInstant(clock.instant(), London.ZONE).truncatedTo(ChronoUnit.MILLIS);
    }

    /** Stops; a file that is being written is finished first. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(LAST_FILE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
