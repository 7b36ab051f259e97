package org.lamplight.ingest.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.ingest.source.Concerns;
import org.lamplight.ingest.source.FakeWorker;
import org.threeten.extra.MutableClock;

/** An inbox, its settings, a clock that goes on while a task waits, and workers. */
final class Scene {
    static final Instant NOW = Instant.parse("2026-02-01T12:00:00Z");

    final MutableClock clock = MutableClock.of(NOW, ZoneOffset.UTC);
    final FakeWorker.Store store = new FakeWorker.Store();
    final Path root;
    final Path inbox;
    private final Map<String, String> settings = new HashMap<>();

    Scene(Path root) {
        this.root = root;
        this.inbox = root.resolve("inbox");
        with("inbox", inbox)
                .with("mapping", Concerns.mapping(root, "csv"))
                .with("areas.book", Concerns.areas(root))
                .with("pseudonym.key", Concerns.KEY);
        try {
            Files.createDirectories(inbox);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Scene with(String name, Object value) {
        settings.put(name, value.toString());
        return this;
    }

    Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    FakeWorker worker() {
        return worker(0, 1);
    }

    FakeWorker worker(int task, int tasks) {
        return new FakeWorker(
                () -> new FolderSourceTask(clock, clock::add), new Share(task, tasks).addTo(settings), store);
    }

    Path drop(String name, String text) {
        return drop(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path drop(String name, byte[] bytes) {
        try {
            Path file = Files.write(inbox.resolve(name), bytes);
            return touch(file, NOW.minus(Duration.ofHours(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path touch(Path file, Instant time) {
        try {
            return Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of what lies in a folder of the inbox, in order. */
    List<String> names(String folder) {
        try (Stream<Path> paths = Files.list(inbox.resolve(folder))) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of what waits in the inbox. */
    List<String> waiting() {
        return names("").stream()
                .filter(name -> !List.of(".claimed", "done", "failed").contains(name))
                .toList();
    }
}
