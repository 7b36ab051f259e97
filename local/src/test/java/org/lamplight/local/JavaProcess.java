package org.lamplight.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of this build in a JVM of its own, which can be killed and suspended, and started again. */
public final class JavaProcess {
    private final Path home;
    private final String name;
    private final List<String> command = new ArrayList<>();
    private Process process;

    /**
     * Prepares it.
     *
     * @param home its working directory, where also what it prints is kept
     * @param name what it is called in messages
     * @param options of the JVM
     * @param program the main class, and its arguments
     */
    public JavaProcess(Path home, String name, List<String> options, String... program) {
        this.home = home;
        this.name = name;
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(options);
        // Where tests run with a class path of one jar that names the others, surefire keeps the real one here.
        command.addAll(
                List.of("-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))));
        command.addAll(List.of(program));
    }

    /** Starts it; what an earlier start printed is forgotten. */
    public void start() {
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(output());
            process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output().toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it has printed this; it must run. */
    public boolean hasPrinted(String text) {
        refuseEnd();
        return printed().contains(text);
    }

    /** What it has printed since it was started. */
    public String printed() {
        try {
            return Files.exists(output()) ? Files.readString(output()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets it run on for this long. */
    public void runFor(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            refuseEnd();
        }
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        refuseEnd();
        process.destroyForcibly().waitFor();
    }

    /** {@code kill -STOP}: it stands still and answers nobody, but its connections stay. */
    public void suspend() throws IOException {
        signal("STOP");
    }

    /** {@code kill -CONT}. */
    public void resume() throws IOException {
        signal("CONT");
    }

    /** Asks it to stop, as Ctrl-C does; returns whether it did in time. */
    public boolean stop(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Leaves nothing running. */
    public void abandon() throws InterruptedException {
        if (isAlive()) {
            process.destroyForcibly().waitFor();
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The running process. */
    public ProcessHandle handle() {
        refuseEnd();
        return process.toHandle();
    }

    /** Fails if it was started and has ended by itself. */
    public void refuseEnd() {
        if (process != null && !process.isAlive()) {
            throw new IllegalStateException(
                    name + " has ended by itself, with exit code " + process.exitValue() + ":\n" + printed());
        }
    }

    private void signal(String signal) throws IOException {
        refuseEnd();
        Programs.run(home, Map.of(), "kill", "-" + signal, Long.toString(process.pid()));
    }

    private Path output() {
        return home.resolve("output.txt");
    }

    @Override
    public String toString() {
        return name;
    }
}
