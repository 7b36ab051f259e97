package org.lamplight.local;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;

/** {@code lamplight up} in a process of its own, on ports of its own. */
public final class ForkedLamplight {
    private final Path home;
    private final int kafkaPort = free();
    private final int databasePort = free();
    private final JavaProcess process;

    /**
     * Prepares it.
     *
     * @param home where its data, its output and what it writes for a while are kept
     * @param settings further configuration
     */
    public ForkedLamplight(Path home, String settings) {
        this.home = home;
        this.process = new JavaProcess(
                home,
                "Lamplight",
                List.of("-Xmx768m", "-Dlamplight.home=" + home, "-Djava.io.tmpdir=" + home.resolve("tmp")),
                "org.lamplight.local.Lamplight",
                "up");
        try {
            Files.createDirectories(home.resolve("tmp"));
            Files.writeString(home.resolve("lamplight.conf"), """
                    kafka.port = %d
                    database.port = %d
                    kafka.partners.port = 0
                    reporting.port = 0
                    monitoring.port = 0
                    registry.port = 0
                    connect.port = 0
                    """.formatted(kafkaPort, databasePort) + settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path inbox() {
        return home.resolve("data/inbox");
    }

    /** The settings of a Kafka client that may do anything. */
    public Map<String, String> kafkaClient() {
        LamplightConfig config = ConfigReader.read(ConfigFactory.parseString("kafka.port = " + kafkaPort), home);
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        return new KafkaLogins(config, Addresses.of(config), secrets).client(Principals.ADMIN);
    }

    public String databaseUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/lamplight";
    }

    public String secret(String name) {
        try {
            return Files.readString(home.resolve("data/secrets").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void start() {
        process.start();
    }

    /** Whether everything has started. */
    public boolean isRunning() {
        return process.hasPrinted("Lamplight is running");
    }

    /** Lets it run on for this long. */
    public void runFor(Duration time) throws InterruptedException {
        process.runFor(time);
    }

    /** {@code kill -9}. */
    public void kill() throws InterruptedException {
        process.kill();
    }

    /** {@code kill -9} of PostgreSQL, which a killed Lamplight leaves behind. */
    public void killDatabase() throws IOException {
        database().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** The running process. */
    public ProcessHandle handle() {
        return process.handle();
    }

    /** Its PostgreSQL; empty if that does not run. */
    public Optional<ProcessHandle> database() throws IOException {
        Path pid = home.resolve("data/postgres/postmaster.pid");
        return Files.exists(pid)
                ? ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).get(0).strip()))
                : Optional.empty();
    }

    /** Asks it to stop, as Ctrl-C does. */
    public boolean stop(Duration patience) throws InterruptedException {
        return process.stop(patience) && process.printed().contains("Stopped.");
    }

    /** Leaves nothing running. */
    public void abandon() throws IOException, InterruptedException {
        if (process.isAlive()) {
            process.abandon();
            killDatabase();
        }
    }

    private static int free() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
