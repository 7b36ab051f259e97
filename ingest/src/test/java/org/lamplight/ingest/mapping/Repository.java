package org.lamplight.ingest.mapping;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the tests find the repository and, if it is there, the public data beside it. */
final class Repository {
    private Repository() {}

    static Path root() {
        return above("docs/RULES.md").orElseThrow();
    }

    /** The folder of public data, which not everybody has. */
    static Optional<Path> sharedData() {
        String given = System.getProperty("lamplight.shared");
        return given != null
                ? Optional.of(Path.of(given, "data"))
                : above("shared/data/README.md").map(folder -> folder.resolve("shared/data"));
    }

    private static Optional<Path> above(String file) {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(file))) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
