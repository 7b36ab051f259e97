package org.lamplight.areas.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.SharedData;

class NorthamptonshireBuildTest {
    private static final Path DEFINITION = Path.of("src/main/areas/northamptonshire.yaml");

    @TempDir
    Path folder;

    @Test
    void shouldBuildTheShippedBookByteForByte() throws IOException {
        Path boundaries = SharedData.folder().resolve("geography");
        Path rebuilt = folder.resolve("northamptonshire.areas.gz");

        new AreaBookBuilder(boundaries, (what, done, total) -> {})
                .build(DEFINITION)
                .write(rebuilt);

        // Compared unzipped: another JDK may compress the same bytes differently.
        try (InputStream expected = AreaBook.class.getResourceAsStream("northamptonshire.areas.gz")) {
            assertThat(unzipped(Files.newInputStream(rebuilt))).isEqualTo(unzipped(expected));
        }
    }

    private static byte[] unzipped(InputStream in) throws IOException {
        try (InputStream text = new GZIPInputStream(in)) {
            return text.readAllBytes();
        }
    }
}
