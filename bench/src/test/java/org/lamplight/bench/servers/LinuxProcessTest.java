package org.lamplight.bench.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.bench.servers.LinuxProcess.Task;

class LinuxProcessTest {
    private static final long NOBODY = -1;

    private final LinuxProcess self = new LinuxProcess(ProcessHandle.current().pid());

    @BeforeEach
    void assumeLinux() {
        assumeThat(Path.of("/proc/self/smaps_rollup"))
                .as("Linux tells what processes take up")
                .exists();
    }

    @Test
    void shouldTellTimeAndMemoryOfAProcess() {
        assertThat(self.cpu()).isPositive();
        assertThat(self.cpuOfAll()).isGreaterThanOrEqualTo(self.cpu());
        assertThat(self.memoryOfAll())
                .isGreaterThan(Runtime.getRuntime().totalMemory()
                        - Runtime.getRuntime().freeMemory());
    }

    @Test
    void shouldTellTimeOfAProcessThatHasEnded() throws Exception {
        Duration before = self.cpuOfAll();

        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        new ProcessBuilder(java, "-version").start().waitFor();

        assertThat(self.cpuOfAll().minus(before)).isPositive();
    }

    @Test
    void shouldKnowThreadsByName() throws InterruptedException {
        AtomicReference<Collection<Task>> seen = new AtomicReference<>();
        Thread thread = new Thread(() -> seen.set(self.tasks().values()), "a (strange) name");
        thread.start();
        thread.join();

        assertThat(seen.get()).extracting(Task::name).contains("a (strange) nam");
        assertThat(seen.get())
                .extracting(Task::cpu)
                .allSatisfy(cpu -> assertThat(cpu).isLessThanOrEqualTo(self.cpu()));
    }

    @Test
    void shouldTakeNothingOnceEnded() {
        LinuxProcess ended = new LinuxProcess(NOBODY);

        assertThat(ended.cpuOfAll()).isZero();
        assertThat(ended.memoryOfAll()).isZero();
        assertThat(ended.tasks()).isEmpty();
    }
}
