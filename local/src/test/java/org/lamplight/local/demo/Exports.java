package org.lamplight.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads written exports back, plainly. */
final class Exports {
    private Exports() {}

    /** Every file under a folder with its bytes as text. */
    static Map<String, String> contents(Path root) {
        Map<String, String> contents = new TreeMap<>();
        files(root)
                .forEach(file -> contents.put(
                        root.relativize(file).toString(),
                        String.join("\n", readLines(file, Charset.forName("ISO-8859-1")))));
        return contents;
    }

    /** The rows of all CSV files in a folder, in order of names. */
    static Stream<Map<String, String>> csv(Path folder, String delimiter, Charset charset) {
        return files(folder).flatMap(file -> {
            List<String> lines = readLines(file, charset);
            List<String> header = List.of(lines.get(0).replace("\uFEFF", "").split(delimiter));
            return lines.stream().skip(1).map(line -> row(header, line.split(delimiter, -1)));
        });
    }

    /** The lines of all files in a folder, in order of names. */
    static Stream<String> lines(Path folder, Charset charset) {
        return files(folder).flatMap(file -> readLines(file, charset).stream());
    }

    static Stream<Path> files(Path root) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> header, String[] values) {
        Map<String, String> row = new LinkedHashMap<>();
        IntStream.range(0, values.length).forEach(at -> row.put(header.get(at), values[at]));
        return row;
    }

    private static List<String> readLines(Path file, Charset charset) {
        try {
            return Files.readAllLines(file, charset);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
