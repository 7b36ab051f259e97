package org.lamplight.bench.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program in a JVM of its own, which ends with its input. What it logs goes to a file. */
public final class Jvm implements AutoCloseable {
    private static final int LAST_WORDS = 5000;
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final Process process;
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param classPath as the JVM takes it
     * @param log where its output goes
     * @param program class with the main method
     */
    public static Jvm start(String classPath, Path log, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-Xmx2g",
                "-XX:+UseSerialGC",
                // Lets a profiler name the lines.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+DebugNonSafepoints",
                "-Dlogback.configurationFile=" + Jvm.class.getResource("logback.xml"),
                "-cp",
                classPath,
                program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Jvm(process, log);
    }

    /** Processor time that it has had. */
    public Duration cpu() {
        return process.info().totalCpuDuration().orElseThrow(this::ended);
    }

    /** Sends it a line. */
    public void tell(String line) throws IOException {
        Writer in = process.outputWriter();
        in.write(line + System.lineSeparator());
        in.flush();
    }

    /** Fails if it has ended. */
    public void check() {
        if (!process.isAlive()) {
            throw ended();
        }
    }

    @Override
    public void close() {
        try {
            process.outputWriter().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            process.destroy();
            // Now and then a worker of Kafka Connect waits for its web server for ever.
            process.onExit()
                    .completeOnTimeout(null, LONGEST_END.toSeconds(), TimeUnit.SECONDS)
                    .join();
            process.destroyForcibly().onExit().join();
        }
    }

    /** The end of what it has logged. */
    public String lastWords() {
        try {
            String all = Files.readString(log);
            return all.substring(Math.max(0, all.length() - LAST_WORDS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private IllegalStateException ended() {
        return new IllegalStateException("A contender has ended. The last that it logged:\n" + lastWords());
    }
}
