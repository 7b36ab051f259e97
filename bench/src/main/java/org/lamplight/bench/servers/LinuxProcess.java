package org.lamplight.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What Linux tells of a process in {@code /proc}; of one that has ended, and elsewhere, that it takes nothing.
 *
 * @param pid its number
 */
public record LinuxProcess(long pid) {
    /** USER_HZ, which is the same on all that Java runs on. */
    private static final long TICKS_A_SECOND = 100;

    private static final int UTIME = 11;
    private static final int STIME = 12;
    private static final int CUTIME = 13;
    private static final int CSTIME = 14;
    private static final long KIB = 1024;

    /**
     * A thread.
     *
     * @param name the first 15 characters of it
     * @param cpu processor time that it has had
     */
    public record Task(String name, Duration cpu) {}

    /** Processor time that it has had, its threads that have ended too. */
    public Duration cpu() {
        return ticks(directory(), UTIME, STIME);
    }

    /** Processor time of it and all processes that it has started, those that have ended too. */
    public Duration cpuOfAll() {
        Duration ended = ticks(directory(), CUTIME, CSTIME);
        return children().map(LinuxProcess::cpuOfAll).reduce(cpu().plus(ended), Duration::plus);
    }

    /** Bytes in memory of it and all processes that it has started; what several share, a part for each (Pss). */
    public long memoryOfAll() {
        return memory() + children().mapToLong(LinuxProcess::memoryOfAll).sum();
    }

    /** Its threads, by number. */
    public Map<String, Task> tasks() {
        Map<String, Task> tasks = new HashMap<>();
        try (Stream<Path> directories = Files.list(directory().resolve("task"))) {
            directories.forEach(task -> tasks.put(task.getFileName().toString(), task(task)));
        } catch (IOException | UncheckedIOException ended) {
            return tasks;
        }
        return tasks;
    }

    private long memory() {
        try (Stream<String> lines = Files.lines(directory().resolve("smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException ended) {
            return 0;
        }
    }

    private Stream<LinuxProcess> children() {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::children)
                .map(child -> new LinuxProcess(child.pid()));
    }

    private Path directory() {
        return Path.of("/proc", Long.toString(pid));
    }

    private static Task task(Path directory) {
        String stat = stat(directory);
        String name = stat.isEmpty() ? "" : stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
        return new Task(name, ticks(directory, UTIME, STIME));
    }

    private static Duration ticks(Path directory, int... fields) {
        String stat = stat(directory);
        if (stat.isEmpty()) {
            return Duration.ZERO;
        }
        // A name, in parentheses, may hold anything.
        String[] values = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long sum = 0;
        for (int field : fields) {
            sum += Long.parseLong(values[field]);
        }
        return Duration.ofSeconds(sum).dividedBy(TICKS_A_SECOND);
    }

    private static String stat(Path directory) {
        try {
            return Files.readString(directory.resolve("stat"));
        } catch (IOException ended) {
            return "";
        }
    }
}
