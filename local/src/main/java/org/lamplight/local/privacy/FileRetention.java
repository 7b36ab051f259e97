package org.lamplight.local.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.ingest.folder.FolderSourceConnector;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.SourceConfig;

/** Deletes exports that were read or refused long enough ago. They are the sources' own, with everything in them. */
final class FileRetention {
    private final LamplightConfig config;

    FileRetention(LamplightConfig config) {
        this.config = config;
    }

    /** Deletes what is too old now, or only counts it. */
    List<Removed> run(Instant now, boolean dryRun) {
        Duration kept = config.retention().files();
        List<Removed> removed = new ArrayList<>();
        for (SourceConfig source : config.sources()) {
            for (Path folder : folders(source)) {
                long count = delete(folder, now.minus(kept), dryRun);
                if (count > 0) {
                    removed.add(new Removed(source.name(), "files in " + folder.getFileName(), count, kept));
                }
            }
        }
        return removed;
    }

    private List<Path> folders(SourceConfig source) {
        Map<String, String> settings = new HashMap<>(config.sourceSettings());
        settings.putAll(source.settings());
        // Where connectors run elsewhere, so may their folders be.
        return FolderSourceConnector.finished(source.inbox(), settings).stream()
                .filter(Files::isDirectory)
                .toList();
    }

    private static long delete(Path folder, Instant before, boolean dryRun) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> old =
                    entries.filter(entry -> movedAt(entry).isBefore(before)).toList();
            if (!dryRun) {
                old.forEach(FileRetention::delete);
            }
            return old.size();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read.", e);
        }
    }

    /** When it came into its folder: a move changes a file's status, and leaves alone when it was written. */
    private static Instant movedAt(Path entry) {
        try {
            return ((FileTime) Files.getAttribute(entry, "unix:ctime", LinkOption.NOFOLLOW_LINKS)).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException("The age of " + entry + " is not known.", e);
        }
    }

    /** What was refused may be a folder. */
    private static void delete(Path entry) {
        try (Stream<Path> all = Files.walk(entry)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + entry + " cannot be deleted.", e);
        }
    }
}
