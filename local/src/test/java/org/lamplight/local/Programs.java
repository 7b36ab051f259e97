package org.lamplight.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs of others that tests run. */
public final class Programs {
    private static final long LONGEST_RUN_MINUTES = 10;

    private Programs() {}

    /**
     * Runs a program to its end.
     *
     * @return what it prints
     * @throws IOException if there is no such program
     * @throws IllegalStateException if it fails, or does not end in ten minutes
     */
    public static String run(Path directory, Map<String, String> environment, String... command) throws IOException {
        // Into files: who reads a pipe waits for as long as the program runs
        Path output = Files.createTempFile("lamplight", ".out");
        Path errors = Files.createTempFile("lamplight", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            boolean ended = process.waitFor(LONGEST_RUN_MINUTES, TimeUnit.MINUTES);
            if (!ended || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command)
                        + (ended ? " failed:\n" : " did not end:\n")
                        + Files.readString(errors)
                        + Files.readString(output));
            }
            return Files.readString(output);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(output);
            Files.deleteIfExists(errors);
        }
    }
}
