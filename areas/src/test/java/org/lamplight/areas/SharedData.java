package org.lamplight.areas;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Public data beside the repository, too large to be part of it: {@code shared/data} in some folder above. */
public final class SharedData {
    private static final Path DATA = Path.of("data");

    private SharedData() {}

    /** The data folder; skips the test, saying why, where there is none. */
    public static Path folder() {
        String named = System.getProperty("lamplight.shared");
        if (named != null) {
            return Path.of(named).resolve(DATA);
        }
        for (Path up = Path.of("").toAbsolutePath(); up != null; up = up.getParent()) {
            Path data = up.resolve("shared").resolve(DATA);
            if (Files.exists(data.resolve("README.md"))) {
                return data;
            }
        }
        return abort("There is no folder shared/data above this one; name it with -Dlamplight.shared=FOLDER.");
    }
}
