package org.lamplight.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
     * @throws IllegalStateException if it fails
     */
    public static String run(Path directory, Map<String, String> environment, String... command) throws IOException {
        Path errors = Files.createTempFile("lamplight", ".log");
        ProcessBuilder builder = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectError(errors.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(LONGEST_RUN_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(
                        String.join(" ", command) + " failed:\n" + Files.readString(errors) + output);
            }
            return output;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
            Files.deleteIfExists(errors);
        }
    }
}
