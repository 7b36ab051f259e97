package org.lamplight.ingest.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Predicate;

/** Looks for what is to be read: what was claimed and not archived, and what has come to rest in the inbox. */
final class Inbox {
    /** Endings that programs give to files they are still writing. */
    private static final List<String> UNFINISHED = List.of(".tmp", ".part", ".partial", ".filepart", ".crdownload");

    private final Folders folders;
    private final PathMatcher files;
    private final Share share;
    private final Resting resting;

    Inbox(Folders folders, PathMatcher files, Share share, Resting resting) {
        this.folders = folders;
        this.files = files;
        this.share = share;
        this.resting = resting;
    }

    /**
     * What is to be read next, in order.
     *
     * @param most how many at most; the rest is found by a later look
     * @param known what is being read already
     * @throws IOException if the folders cannot be read
     */
    List<Found> look(int most, Predicate<Path> known) throws IOException {
        PriorityQueue<Found> first = new PriorityQueue<>(Found.ORDER.reversed());
        each(
                folders.claimed(),
                home -> each(home, file -> {
                    if (owned(file) && !known.test(file)) {
                        keep(new Found(file, Stamp.of(file), true), first, most);
                    }
                }));
        resting.look();
        each(folders.inbox(), path -> {
            if (owned(path) && !folders.holds(path) && !unfinished(path)) {
                Found found = new Found(path, Stamp.of(path), false);
                if (resting.rested(found.name(), found.stamp())) {
                    keep(found, first, most);
                }
            }
        });
        List<Found> found = new ArrayList<>(first);
        found.sort(Found.ORDER);
        return found;
    }

    private boolean owned(Path path) {
        Path name = path.getFileName();
        return files.matches(name) && share.owns(name.toString());
    }

    private static boolean unfinished(Path path) {
        String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.startsWith(".")
                || name.startsWith("~")
                || UNFINISHED.stream().anyMatch(name::endsWith);
    }

    /** Keeps the first ones only, so that a folder of any size fits into memory. */
    private static void keep(Found found, PriorityQueue<Found> first, int most) {
        first.add(found);
        if (first.size() > most) {
            first.remove();
        }
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(Path path) throws IOException;
    }

    private static void each(Path folder, Visitor visitor) throws IOException {
        try (DirectoryStream<Path> paths = Files.newDirectoryStream(folder)) {
            for (Path path : paths) {
                visit(path, visitor);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void visit(Path path, Visitor visitor) throws IOException {
        try {
            visitor.visit(path);
        } catch (NoSuchFileException gone) {
            // Taken away since the folder was listed: there is nothing to read.
        }
    }
}
