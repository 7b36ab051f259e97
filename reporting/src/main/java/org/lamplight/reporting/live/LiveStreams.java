package org.lamplight.reporting.live;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;
import org.lamplight.reporting.http.Problem;

/**
 * Tells open pages what has changed, as server-sent events. A client that comes back says which event it saw last, and
 * hears what it missed. Changes that come quickly one after another are told together.
 */
public final class LiveStreams implements Changes.Listener, AutoCloseable {
    private static final Duration TOGETHER = Duration.ofMillis(400);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int MOST_CLIENTS = 2_000;

    /** Ids of events begin with it: those of another run mean nothing. */
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private final Changes changes;
    private final Clock clock;
    private final Set<LiveStream> streams = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "lamplight-live"));
    private final News waiting = new News();
    private long toldAt;
    private long heard;
    /** The last change that everybody who is here was told of. */
    private volatile long told;

    /** Of these changes. */
    public LiveStreams(Changes changes, Clock clock) {
        this.changes = changes;
        this.clock = clock;
        var unused = timer.scheduleWithFixedDelay(
                this::beat, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Opens a stream.
     *
     * @param lastEvent id of the last event that the client saw; empty if it saw none
     * @throws Problem if there are too many
     */
    public void open(LiveStream stream, String lastEvent) {
        if (streams.size() >= MOST_CLIENTS) {
            throw Problem.of(
                    503,
                    "Too many open pages",
                    "There are too many open pages already. Reload this one later.",
                    Map.of("Retry-After", "60"));
        }
        streams.add(stream);
        stream.onEnd(() -> streams.remove(stream));
        stream.hello(id(told));
        missed(lastEvent).forEach(collection -> stream.tell(collection, Set.of(), id(told)));
    }

    @Override
    public synchronized void changed(String collection, Set<String> categories, long version) {
        heard = version;
        if (waiting.isEmpty()) {
            long sinceTold = System.nanoTime() - toldAt;
            var unused = timer.schedule(this::tell, Math.max(0, TOGETHER.toNanos() - sinceTold), TimeUnit.NANOSECONDS);
        }
        waiting.add(collection, categories);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        streams.forEach(LiveStream::end);
    }

    private void tell() {
        Map<String, Set<String>> news;
        synchronized (this) {
            news = waiting.take();
            toldAt = System.nanoTime();
            told = heard;
        }
        String id = id(told);
        streams.forEach(stream -> news.forEach((collection, categories) -> stream.tell(collection, categories, id)));
    }

    private void beat() {
        for (LiveStream stream : streams) {
            if (clock.instant().isAfter(stream.caller().until())) {
                stream.end();
            } else {
                stream.beat();
            }
        }
    }

    private List<String> missed(String lastEvent) {
        if (lastEvent.isEmpty()) {
            return List.of();
        }
        String[] parts = lastEvent.split("-", 2);
        boolean isOurs = parts.length == 2 && parts[0].equals(run) && parts[1].matches("\\d{1,18}");
        long seen = isOurs ? Long.parseLong(parts[1]) : -1;
        return Collections.ALL.stream()
                .map(Collection::id)
                .filter(collection -> changes.version(collection) > seen)
                .toList();
    }

    private String id(long version) {
        return run + "-" + version;
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }
}
