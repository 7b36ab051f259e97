package org.lamplight.release;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Numbers that independent programs computed; the test is skipped, visibly, where their folder is absent. */
public final class SharedReference {
    private SharedReference() {}

    /** The lines of a file below shared/reference, beside the project, without its head. */
    public static List<String> lines(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/reference");
            if (Files.isDirectory(folder)) {
                return read(folder.resolve(name));
            }
        }
        return abort("shared/reference is not beside the project: reference values not compared");
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file).stream().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
