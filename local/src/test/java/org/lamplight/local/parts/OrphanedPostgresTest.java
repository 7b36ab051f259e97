package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanedPostgresTest {
    @TempDir
    private Path directory;

    @Test
    void shouldWaitUntilTheNumberOfAKilledServerIsFree() throws Exception {
        // The shell becomes a program that takes no note of its ended child for a second.
        Process parent = new ProcessBuilder("sh", "-c", "true & echo $!; exec sleep 1").start();
        try (BufferedReader out = parent.inputReader()) {
            long ended = Long.parseLong(out.readLine());
            Files.writeString(directory.resolve("postmaster.pid"), ended + "\n");
            await().until(() -> ProcessHandle.of(ended)
                    .flatMap(process -> process.info().command())
                    .isEmpty());

            OrphanedPostgres.stop(directory);

            assertThat(ProcessHandle.of(ended)).isEmpty();
        }
    }

    @Test
    void shouldLeaveAProgramAloneThatHasTheNumberNow() throws Exception {
        Process unrelated = new ProcessBuilder("sleep", "30").start();
        try {
            Files.writeString(directory.resolve("postmaster.pid"), unrelated.pid() + "\n");

            OrphanedPostgres.stop(directory);

            assertThat(unrelated.isAlive()).isTrue();
        } finally {
            unrelated.destroyForcibly();
        }
    }

    @Test
    void shouldFindNothingWhereNoServerRan() {
        OrphanedPostgres.stop(directory);

        assertThat(directory).isEmptyDirectory();
    }
}
