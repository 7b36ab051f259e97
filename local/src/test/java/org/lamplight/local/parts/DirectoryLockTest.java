package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {
    @TempDir
    private Path directory;

    @Test
    void shouldKeepASecondOneOut() {
        Path file = directory.resolve("data/lock");

        DirectoryLock held = DirectoryLock.take(file);

        assertThatThrownBy(() -> DirectoryLock.take(file))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("Another Lamplight is running on " + file.getParent());
        held.close();
    }

    @Test
    void shouldBeFreeAfterwards() {
        Path file = directory.resolve("lock");
        DirectoryLock.take(file).close();

        assertThatCode(() -> DirectoryLock.take(file).close()).doesNotThrowAnyException();
    }
}
