package org.lamplight.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No file of the repository holds what looks like a key or a token of somebody's. */
class NoSecretsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final List<Pattern> SECRETS = Stream.of(
                    "-----BEGIN [A-Z ]*PRIVATE KEY-----",
                    "\\bAKIA[0-9A-Z]{16}\\b",
                    "\\bgh[pousr]_[A-Za-z0-9]{36}\\b",
                    "\\bglpat-[A-Za-z0-9_-]{20}\\b",
                    "\\bxox[abprs]-[A-Za-z0-9-]{10,}",
                    "\\bsk_live_[A-Za-z0-9]{16,}",
                    "\\bAIza[0-9A-Za-z_-]{35}\\b",
                    "\\beyJ[A-Za-z0-9_-]{15,}\\.eyJ[A-Za-z0-9_-]{15,}\\.[A-Za-z0-9_-]{20,}")
            .map(Pattern::compile)
            .toList();

    @Test
    void shouldHoldNoKeysOrTokens() throws IOException {
        assumeThat(ROOT.resolve(".git")).as("a checkout of the repository").exists();
        String files = Programs.run(ROOT, Map.of(), "git", "ls-files", "-z");

        assertThat(files.split("\0"))
                .hasSizeGreaterThan(100)
                .allSatisfy(file -> assertThat(SECRETS.stream()
                                .filter(secret ->
                                        secret.matcher(text(ROOT.resolve(file))).find())
                                .map(Pattern::pattern))
                        .as(file)
                        .isEmpty());
    }

    /** Every byte as a character, so that a file of any kind can be searched. */
    private static String text(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
