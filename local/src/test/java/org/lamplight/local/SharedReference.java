package org.lamplight.local;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers that independent programs computed; the test is skipped, visibly, where their folder is absent. */
public final class SharedReference {
    private SharedReference() {}

    /** A file below shared/reference, beside the project. */
    public static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/reference");
            if (Files.isDirectory(folder)) {
                return folder.resolve(name);
            }
        }
        return abort("shared/reference is not beside the project: reference values not compared");
    }

    /** The rows of a file of plain CSV, by column. */
    public static List<Map<String, String>> rows(String name) {
        try {
            List<String> lines = Files.readAllLines(file(name));
            List<String> columns = List.of(lines.get(0).split(",", -1));
            return lines.stream().skip(1).map(line -> row(columns, line)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> row(List<String> columns, String line) {
        String[] values = line.split(",", -1);
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), values[i]);
        }
        return row;
    }
}
