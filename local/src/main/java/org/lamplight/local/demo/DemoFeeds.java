package org.lamplight.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;

/**
 * The synthetic exports of {@code lamplight demo}: three sources of a made-up year, calibrated to published figures and
 * as untidy as real ones (docs/DEMO.md). The same seed and clock give the same files, byte for byte. Nothing in them
 * happened; personal columns hold {@linkplain Canary canaries}.
 */
public final class DemoFeeds {
    private final long seed;
    private final double scale;
    private final Inbox inbox;
    private final AreaBook book;
    private final Clock clock;

    /** Feeds of about the volume that is published. */
    public DemoFeeds(long seed, Path inboxRoot, AreaBook book, Clock clock) {
        this(seed, 1, inboxRoot, book, clock);
    }

    /**
     * @param seed of everything random
     * @param scale volume of the history, 1 being about what is published
     * @param inboxRoot folder that holds, or gets, one inbox a source, named by the source's id
     * @param book the county; every good row lies in it
     * @param clock whose date the year ends with
     */
    public DemoFeeds(long seed, double scale, Path inboxRoot, AreaBook book, Clock clock) {
        this.seed = seed;
        this.scale = scale;
        this.inbox = new Inbox(inboxRoot);
        this.book = book;
        this.clock = clock;
    }

    /**
     * Writes a year of exports that ends now.
     *
     * @return what was written, by source
     * @throws UncheckedIOException if a file cannot be written
     */
    public Map<String, Planted> history(Progress progress) {
        LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), London.ZONE);
        List<Source> sources = sources(now.toLocalDate());
        long total = (long) sources.size() * History.DAYS;
        Map<String, Planted> planted = new LinkedHashMap<>();
        for (Source source : sources) {
            String id = source.export().source();
            long before = (long) planted.size() * History.DAYS;
            planted.put(
                    id,
                    write(
                            new History(source, seed, scale, now),
                            day -> progress.update("Writing a year of " + id, before + day, total)));
        }
        return planted;
    }

    private Planted write(History history, History.DayDone dayDone) {
        try {
            return history.write(inbox, dayDone);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo's exports cannot be written to " + inbox.root() + ".", e);
        }
    }

    /** Drops a small file at once and then at this interval, until closed. */
    public LiveDrops live(Duration interval) {
        return liveDrops().every(interval);
    }

    LiveDrops liveDrops() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), London.ZONE);
        return new LiveDrops(sources(today), inbox, clock, new SplittableRandom(seed + clock.millis()));
    }

    private List<Source> sources(LocalDate today) {
        SplittableRandom random = new SplittableRandom(seed);
        Places places = new Places(book, random);
        return List.of(
                new StreetSafe(places, today),
                new Helpline(places),
                new Retail(new Stores(book, places, random), today));
    }
}
