package org.lamplight.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The registry clients of npm, installed from the lock file into target, each time they change. */
final class JavaScriptClients {
    private static final Path SOURCE = Path.of("src", "test", "js");
    private static final Path HOME = Path.of("target", "js");
    private static final long LONGEST_RUN_MINUTES = 5;

    private JavaScriptClients() {}

    /** Whether this machine has Node.js and npm. */
    static boolean available() {
        try {
            run(Path.of("."), "npm", "--version");
            run(Path.of("."), "node", "--version");
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Has both clients read a record of a topic and write it again; what they say, by client. */
    static JsonNode use(String registryUrl, String topic, byte[] record) throws IOException {
        install();
        String text = run(
                HOME,
                "node",
                "clients.js",
                registryUrl,
                topic,
                Base64.getEncoder().encodeToString(record));
        return new ObjectMapper().readTree(text);
    }

    private static void install() throws IOException {
        Path lock = HOME.resolve("package-lock.json");
        boolean current = Files.isDirectory(HOME.resolve("node_modules"))
                && Files.mismatch(lock, SOURCE.resolve("package-lock.json")) == -1;
        Files.createDirectories(HOME);
        copy("clients.js");
        if (!current) {
            copy("package.json");
            Files.copy(SOURCE.resolve("package-lock.json"), lock, StandardCopyOption.REPLACE_EXISTING);
            run(HOME, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
        }
    }

    private static void copy(String file) throws IOException {
        Files.copy(SOURCE.resolve(file), HOME.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }

    private static String run(Path directory, String... command) throws IOException {
        Path errors = Files.createTempFile("lamplight", ".log");
        Process process = new ProcessBuilder(List.of(command))
                .directory(directory.toFile())
                .redirectError(errors.toFile())
                .start();
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
