package org.lamplight.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A directory that goes with what is in it.
 *
 * @param path where it is
 */
public record Scratch(Path path) implements AutoCloseable {
    /** A new one. */
    public static Scratch create() throws IOException {
        return new Scratch(Files.createTempDirectory("lamplight-bench"));
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
