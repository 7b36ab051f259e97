package org.lamplight.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.lamplight.local.parts.Addresses;
import org.lamplight.release.Step;

/** A release job in a process of its own, which can be killed. */
final class ReleaseProcess implements AutoCloseable {
    private static final long PATIENCE_MINUTES = 5;

    private final Path errors;
    private final Process process;
    private final BufferedReader printed;

    /**
     * Starts it.
     *
     * @param home that of a running Lamplight
     * @param addresses where that listens
     * @param asOf date of the release
     */
    ReleaseProcess(Path home, Addresses addresses, LocalDate asOf) throws IOException {
        errors = Files.createTempFile(home, "release", ".log");
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ReleaseProgram.class.getName(),
                        home.toString(),
                        "kafka.port = %d, registry.port = %d, database.port = %d"
                                .formatted(addresses.brokerPort(), addresses.registryPort(), addresses.databasePort()),
                        asOf.toString()))
                .redirectError(errors.toFile())
                .start();
        printed = process.inputReader(UTF_8);
    }

    /** Lets it begin every step before this one. */
    ReleaseProcess runTo(Step step) throws IOException {
        while (!nextStep().equals(step.name())) {
            goOn();
        }
        return this;
    }

    /** Lets it go on without waiting, for so long; it may end before. */
    void runFreelyFor(Duration time) throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Lets it run to its end, however it ends. */
    void end() throws IOException, InterruptedException {
        runFreelyFor(Duration.ofMinutes(PATIENCE_MINUTES));
        if (process.isAlive()) {
            throw new IllegalStateException("The job does not end:\n" + Files.readString(errors));
        }
    }

    /** Lets it run to its end, which must be a good one. */
    void finish() throws IOException, InterruptedException {
        end();
        if (process.exitValue() != 0) {
            throw new IllegalStateException("The job has not ended well:\n" + Files.readString(errors));
        }
    }

    private void goOn() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    private String nextStep() throws IOException {
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            if (line.startsWith(ReleaseProgram.STEP)) {
                return line.substring(ReleaseProgram.STEP.length());
            }
        }
        throw new IllegalStateException("The job has ended by itself:\n" + Files.readString(errors));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
