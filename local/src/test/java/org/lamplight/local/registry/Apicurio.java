package org.lamplight.local.registry;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** Apicurio Registry in a process of its own, with its storage in memory. The build unpacks it into target. */
final class Apicurio implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(90);

    private final Process process;
    private final String url;

    private Apicurio(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Starts it; empty where the build did not fetch it, or this JVM cannot run it. */
    static Optional<Apicurio> start() throws IOException {
        Path home = Path.of("target", "apicurio");
        Optional<Path> program = program(home);
        if (program.isEmpty()) {
            return Optional.empty();
        }
        int port = freePort();
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        program.get().toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("apicurio.log").toFile())
                .start();
        Apicurio apicurio = new Apicurio(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        return apicurio.ready() ? Optional.of(apicurio) : Optional.empty();
    }

    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean ready() {
        Rest rest = new Rest(url);
        try {
            await().atMost(LONGEST_START)
                    .pollInterval(Duration.ofMillis(200))
                    .ignoreException(IllegalStateException.class)
                    .until(() -> !process.isAlive() || rest.get("/subjects").status() == 200);
        } catch (ConditionTimeoutException e) {
            close();
        }
        return process.isAlive();
    }

    private static Optional<Path> program(Path home) throws IOException {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(home)) {
            return files.filter(file -> file.toString().endsWith("-runner.jar")).findFirst();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
