package org.lamplight.release;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Numbers that independent programs computed, and public data, beside the project; the test is skipped, visibly, where
 * their folder is absent.
 */
public final class SharedReference {
    private SharedReference() {}

    /** The lines of a file below shared/reference, without its head. */
    public static List<String> lines(String name) {
        Path file = folder("reference").resolve(name);
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file below shared/data. */
    public static Path data(String name) {
        return folder("data").resolve(name);
    }

    private static Path folder(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared").resolve(name);
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return abort("shared/" + name + " is not beside the project: nothing is compared");
    }
}
