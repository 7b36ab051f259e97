package org.lamplight.local.faults;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.lamplight.local.JavaProcess;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.ConnectClient;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.Ports;
import org.lamplight.local.parts.WorkerSettings;
import org.lamplight.local.registry.EmbeddedRegistry;

/**
 * Lamplight as a force runs it: brokers, two workers of Connect, two instances of the streams application, the reporting
 * service and what looks after them all, each in a process of its own.
 */
final class Deployment {
    static final String LOGGING = "-Dlogback.configurationFile=faults-logback.xml";

    static final String PSEUDONYM_KEY = "a-key-for-nobody-but-this-test-0123456789ab";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** What is killed before long need not be compiled for a long life: two cores have more kills to see. */
    private static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    // RocksDB takes some megabytes beforehand for each of its many stores.
    private static final int DISK_MEGABYTES = 1024;
    private static final String LAMPLIGHT = "org.lamplight.local.Lamplight";

    private final Path home;
    private final List<SmallDisk> disks = new ArrayList<>();
    private final Brokers brokers;
    private final Postgres postgres;
    private final int registryPort = Ports.choose(new Port(0), "port", "registry");
    private final List<Integer> workerPorts = List.of(freePort("worker"), freePort("worker"));
    private final List<JavaProcess> workers = new ArrayList<>();
    private final List<JavaProcess> streams = new ArrayList<>();
    private final Map<JavaProcess, URI> answers = new HashMap<>();
    private final JavaProcess keeper;
    private final JavaProcess reporting;
    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedRegistry registry;

    /**
     * Starts it.
     *
     * @param home where everything is kept
     * @param brokers how many brokers, and copies of everything in them
     * @param standbys how many copies of the state of streams stand by
     * @param smallDisks whether the inbox, and the state of one instance of streams, have disks that can be full
     */
    Deployment(Path home, int brokers, int standbys, boolean smallDisks) throws Exception {
        this.home = home;
        for (String part : smallDisks ? List.of("keeper", "streams-1") : List.<String>of()) {
            disks.add(SmallDisk.mount(home.resolve(part).resolve("data"), DISK_MEGABYTES));
        }
        this.brokers = new Brokers(home, brokers);
        this.postgres = new Postgres(home.resolve("database"));
        this.keeper = lamplight("keeper", "up", "release.at = off");
        this.reporting = lamplight("reporting", "reporting", "reporting.port = " + freePort("reporting"));
        for (int instance = 1; instance <= workerPorts.size(); instance++) {
            workers.add(worker(instance, workerPorts.get(instance - 1)));
            streams.add(lamplight("streams-" + instance, "streams", """
                    streams.instance = instance-%d
                    streams.settings."num.standby.replicas" = %d
                    """.formatted(instance, standbys)));
        }
        startRegistry();
    }

    /** Starts everything, and waits until it works. */
    void start() {
        brokers.processes().forEach(JavaProcess::start);
        soon().until(brokers::areWhole);
        workers.forEach(JavaProcess::start);
        soon().until(() -> connect().connectors().isEmpty());
        keeper.start();
        soon().until(() -> isReady(keeper));
        streams.forEach(JavaProcess::start);
        reporting.start();
        awaitReady();
    }

    /** Waits until every part works again. */
    void awaitReady() {
        soon().until(brokers::areWhole);
        soon().until(() -> answers.keySet().stream().allMatch(this::isReady));
        soon().until(this::areConnectorsRunning);
    }

    Brokers brokers() {
        return brokers;
    }

    Postgres postgres() {
        return postgres;
    }

    List<JavaProcess> workers() {
        return workers;
    }

    List<JavaProcess> streams() {
        return streams;
    }

    JavaProcess reporting() {
        return reporting;
    }

    /** The disk of the inboxes, and of the logs of what looks after everything. */
    SmallDisk inboxDisk() {
        return disks.get(0);
    }

    /** The disk of the state and the logs of the first instance of streams. */
    SmallDisk stateDisk() {
        return disks.get(1);
    }

    /** The state of the instances of streams. */
    List<Path> states() {
        return List.of(home.resolve("streams-1/data/streams"), home.resolve("streams-2/data/streams"));
    }

    Path inbox() {
        return home.resolve("keeper/data/inbox");
    }

    /** A worker in which the sink writes the database; waits until Connect, of which a part may be down, says which. */
    JavaProcess sinkWorker() {
        String address = soon().ignoreExceptions()
                .until(() -> connect().states(Connectors.SINK).get(1).worker(), worker -> true);
        return workers.get(workerPorts.indexOf(Integer.parseInt(address.replaceFirst(".*:", ""))));
    }

    /** Starts the tasks of the sink anew, in the worker in which they are. */
    void restartSink() throws Exception {
        HttpRequest order = HttpRequest.newBuilder(
                        URI.create(worker(0) + "/connectors/" + Connectors.SINK + "/restart?includeTasks=true"))
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        int status = http.send(order, HttpResponse.BodyHandlers.discarding()).statusCode();
        if (status != HttpURLConnection.HTTP_ACCEPTED) {
            throw new IllegalStateException("Connect does not restart the sink: " + status);
        }
    }

    void startRegistry() {
        registry = EmbeddedRegistry.start(home.resolve("registry"), registryPort);
    }

    void stopRegistry() {
        registry.close();
    }

    /** Leaves nothing running. */
    void abandon() throws InterruptedException {
        for (JavaProcess process : processes()) {
            process.abandon();
        }
        registry.close();
        postgres.close();
    }

    private List<JavaProcess> processes() {
        return Stream.of(List.of(keeper, reporting), streams, workers, brokers.processes())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether a command of Lamplight works at this moment. */
    boolean isReady(JavaProcess process) {
        HttpRequest question =
                HttpRequest.newBuilder(answers.get(process)).timeout(PATIENCE).build();
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode()
                    == HttpURLConnection.HTTP_OK;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private boolean areConnectorsRunning() {
        ConnectClient connect = connect();
        return connect.connectors().stream().allMatch(connector -> {
            List<ConnectClient.State> states = connect.states(connector);
            int tasks = connector.equals(Connectors.SINK) ? Connectors.SINK_TASKS : 1;
            return states.size() == 1 + tasks && states.stream().allMatch(ConnectClient.State::running);
        });
    }

    /** Any worker that answers. */
    private ConnectClient connect() {
        int first = workers.get(0).isAlive() ? 0 : 1;
        return new ConnectClient(URI.create(worker(first)));
    }

    private String worker(int index) {
        return "http://127.0.0.1:" + workerPorts.get(index);
    }

    private JavaProcess worker(int instance, int port) throws IOException {
        Map<String, String> settings = WorkerSettings.of(
                ConfigReader.read(ConfigFactory.parseString(settings()), home.resolve("keeper")),
                new Addresses("", "", URI.create(""), URI.create("http://127.0.0.1:" + port), ""),
                brokers.client());
        for (String directory : List.of("secrets", "addresses")) {
            Files.createDirectories(home.resolve("keeper/data").resolve(directory));
        }
        Path place = home.resolve("worker-" + instance);
        return new JavaProcess(
                place,
                "worker " + instance,
                List.of("-Xmx512m", SHORT_LIVED, LOGGING),
                "org.apache.kafka.connect.cli.ConnectDistributed",
                Brokers.write(place.resolve("worker.properties"), settings).toString());
    }

    private JavaProcess lamplight(String name, String command, String settings) throws IOException {
        Path place = home.resolve(name);
        Files.createDirectories(place);
        int port = freePort("monitoring");
        Files.writeString(place.resolve("lamplight.conf"), settings() + "monitoring.port = " + port + "\n" + settings);
        JavaProcess process = new JavaProcess(
                place, name, List.of("-Xmx512m", SHORT_LIVED, "-Dlamplight.home=" + place), LAMPLIGHT, command);
        answers.put(process, URI.create("http://127.0.0.1:" + port + "/ready"));
        return process;
    }

    /** What every command is told. */
    private String settings() {
        return """
                kafka.bootstrap-servers = "%s"
                kafka.replication-factor = %d
                registry.url = "http://127.0.0.1:%d"
                connect.url = "%s"
                database { url = "%s", user = %s, password = %s }
                streams.run = external
                reporting.run = external
                source-settings."pseudonym.key" = %s
                """.formatted(
                        brokers.client().get("bootstrap.servers"),
                        brokers.processes().size(),
                        registryPort,
                        worker(0),
                        postgres.url(),
                        Postgres.OWNER,
                        Postgres.PASSWORD,
                        PSEUDONYM_KEY);
    }

    private static int freePort(String part) {
        return Ports.choose(new Port(0), "port", part);
    }

    private ConditionFactory soon() {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .failFast(() -> processes().forEach(JavaProcess::refuseEnd))
                .ignoreExceptions();
    }
}
