package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    private Path directory;

    @Test
    void shouldMakeASecretOnceAndKeepItFromOthers() throws IOException {
        Secrets secrets = new Secrets(directory.resolve("secrets"), new SecureRandom());

        String made = secrets.get("some.key");
        String again = new Secrets(directory.resolve("secrets"), new SecureRandom()).get("some.key");

        assertThat(made).hasSizeGreaterThanOrEqualTo(32).isEqualTo(again);
        Path file = directory.resolve("secrets/some.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void shouldGivePartsThatAskAtTheSameTimeTheSameSecret() {
        Secrets secrets = new Secrets(directory, new SecureRandom());

        for (int round = 0; round < 20; round++) {
            String name = "key-" + round;
            Set<String> given = IntStream.range(0, 8)
                    .mapToObj(part -> CompletableFuture.supplyAsync(() -> secrets.get(name)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .collect(Collectors.toSet());

            assertThat(given).hasSize(1);
        }
    }

    @Test
    void shouldMakeDifferentSecrets() {
        Secrets secrets = new Secrets(directory, new SecureRandom());

        assertThat(secrets.get("one")).isNotEqualTo(secrets.get("other"));
    }
}
