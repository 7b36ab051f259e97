package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.config.DataDirectory;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void shouldStartWhereAKilledStartLeftItsProgramsHalfUnpacked() throws IOException {
        DataDirectory data = new DataDirectory(directory);
        // The library marks programs that are whole, and takes those of an earlier start in the same JVM.
        Path half = Files.createDirectories(data.postgresPrograms().resolve("PG-half"));
        Path program =
                Files.writeString(Files.createDirectory(half.resolve("bin")).resolve("postgres"), "half of it");

        EmbeddedDatabase.start(data, Ports.free(), "owner", "a password").close();

        assertThat(program).doesNotExist();
    }
}
