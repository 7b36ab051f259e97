package org.lamplight.local.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigDocTest {
    private static final Path PAGE = Path.of("../docs/CONFIG.md");

    /** Run with -Dlamplight.update=true to write the page anew. */
    @Test
    void shouldDescribeEverySettingAsTheDefaultsDo() throws IOException {
        String page = ConfigDoc.page();

        if (Boolean.getBoolean("lamplight.update")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }
}
