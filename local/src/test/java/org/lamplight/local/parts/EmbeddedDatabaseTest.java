package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.config.DataDirectory;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void shouldStartWhereAKilledStartLeftItsProgramsHalfUnpacked() throws IOException {
        DataDirectory data = new DataDirectory(directory);
        start(data);
        Files.delete(programs(data).resolve(".exists"));

        start(data);

        assertThat(programs(data).resolve(".exists")).exists();
    }

    private static void start(DataDirectory data) {
        EmbeddedDatabase.start(data, Ports.free(), "owner", "a password").close();
    }

    private static Path programs(DataDirectory data) throws IOException {
        try (Stream<Path> versions = Files.list(data.postgresPrograms())) {
            return versions.filter(Files::isDirectory).findFirst().orElseThrow();
        }
    }
}
