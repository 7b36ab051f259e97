package org.lamplight.ingest.folder;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Where files lie on their way. Files are moved by renaming, in one step, and never deleted or overwritten; so all
 * folders must be on one file system.
 *
 * @param inbox where sources put them
 * @param claimed where they lie while they are read, each in a folder of its own
 * @param done where those lie that were read
 * @param failed where those lie that could not be
 */
record Folders(Path inbox, Path claimed, Path done, Path failed) {
    private static final int SUFFIX = 8;

    /** Makes the folders that do not exist yet. */
    void create() throws IOException {
        for (Path folder : new Path[] {inbox, claimed, done, failed}) {
            Files.createDirectories(folder);
        }
    }

    /** Whether the path is one of these folders. */
    boolean holds(Path path) {
        return path.equals(claimed) || path.equals(done) || path.equals(failed);
    }

    /**
     * Takes a file out of the inbox, so that whoever else looks there does not see it.
     *
     * @return where it is now
     */
    Path claim(Path file) throws IOException {
        Path home = Files.createTempDirectory(claimed, "");
        try {
            return Files.move(file, home.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(home);
            throw e;
        }
    }

    /** Moves a claimed file to where it belongs. */
    void release(Path file, String sha256, Fate fate) throws IOException {
        move(file, folder(fate), sha256);
    }

    /** Clears up after a claimed file that is there no more; what cannot be cleared up does no harm. */
    void forget(Path file) {
        file.getParent().toFile().delete();
    }

    private Path folder(Fate fate) {
        return switch (fate) {
            case DONE -> done;
            case FAILED -> failed;
            case CHANGED -> inbox;
        };
    }

    private static void move(Path file, Path folder, String sha256) throws IOException {
        Path target = reserve(file, folder, sha256);
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(target);
            throw e;
        }
        Files.deleteIfExists(file.getParent());
    }

    /** Makes an empty file, or folder, for the real one to replace: so no two can ever choose the same name. */
    private static Path reserve(Path file, Path folder, String sha256) throws IOException {
        boolean directory = Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
        for (int attempt = 0; ; attempt++) {
            Path target = folder.resolve(name(file.getFileName().toString(), sha256, attempt));
            try {
                return directory ? Files.createDirectory(target) : Files.createFile(target);
            } catch (FileAlreadyExistsException taken) {
                // The next name, then.
            }
        }
    }

    /** The file's own name; where that is taken, with a part of its hash before the ending, then with a number. */
    private static String name(String name, String sha256, int attempt) {
        if (attempt == 0) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        int end = dot > 0 ? dot : name.length();
        String number = attempt == 1 ? "" : "-" + attempt;
        return name.substring(0, end) + '-' + sha256.substring(0, SUFFIX) + number + name.substring(end);
    }
}
