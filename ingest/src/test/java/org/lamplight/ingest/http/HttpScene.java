package org.lamplight.ingest.http;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.lamplight.ingest.source.Concerns;
import org.lamplight.ingest.source.FakeWorker;
import org.threeten.extra.MutableClock;

/** Settings for a server, a clock that goes on while a task waits, and workers. */
final class HttpScene {
    final MutableClock clock = MutableClock.of(Instant.parse("2026-02-01T12:00:00Z"), ZoneOffset.UTC);
    final FakeWorker.Store store = new FakeWorker.Store();
    private final Map<String, String> settings = new HashMap<>();

    HttpScene(Path root, String url) {
        with("url", url)
                .with("mapping", Concerns.mapping(root, "{ type: json, items: data.items }"))
                .with("areas.book", Concerns.areas(root))
                .with("pseudonym.key", Concerns.KEY)
                .with("poll.interval.ms", 5_000);
    }

    HttpScene with(String name, Object value) {
        settings.put(name, value.toString());
        return this;
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    FakeWorker worker() {
        return new FakeWorker(() -> new HttpSourceTask(clock, clock::add, new Random(7)), settings(), store);
    }

    /** A page with items. */
    static String page(int from, int to, String next) {
        return "{\"data\":{\"items\":" + Concerns.items(from, to) + "},\"next\":" + next + "}";
    }
}
