package org.lamplight.local;

import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.Place;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.Broker;
import org.lamplight.local.parts.BrokerSettings;
import org.lamplight.local.parts.ConnectClient;
import org.lamplight.local.parts.ConnectWorker;
import org.lamplight.local.parts.Connectors;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.DirectoryLock;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.local.parts.Groundwork;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Monitoring;
import org.lamplight.local.parts.Ports;
import org.lamplight.local.parts.ReleaseJobs;
import org.lamplight.local.parts.ReleaseSchedule;
import org.lamplight.local.parts.Reporting;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.parts.Streams;
import org.lamplight.local.parts.Supervisor;
import org.lamplight.local.parts.Troubles;
import org.lamplight.local.parts.WorkerSettings;
import org.lamplight.local.privacy.Retention;
import org.lamplight.local.privacy.RetentionJob;
import org.lamplight.local.registry.EmbeddedRegistry;
import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.monitoring.Health;
import org.lamplight.release.PartnerTopics;
import org.lamplight.release.ReleaseJob;
import org.lamplight.release.webhook.Webhooks;
import org.lamplight.reporting.ReportingServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A whole Lamplight in this process: every part that the configuration calls embedded, started in the right order and
 * stopped in the reverse one. Parts that run elsewhere are used where they are.
 */
public final class Platform implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final LamplightConfig config;
    private final Clock clock;
    private final AreaBook areaBook;
    private final DirectoryLock lock;
    private final Secrets secrets;
    private final Addresses addresses;
    private final KafkaLogins logins;
    private final DatabaseLogins databaseLogins;
    private final Connectors connectors;
    private final Monitoring monitoring;
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private volatile boolean started;

    private final CompletableFuture<Optional<AutoCloseable>> broker;
    private final CompletableFuture<Optional<AutoCloseable>> database;
    private final CompletableFuture<Optional<AutoCloseable>> registry;
    private final CompletableFuture<Optional<ConnectWorker>> worker;
    private final CompletableFuture<Optional<Streams>> streams;
    private final CompletableFuture<Supervisor> supervisor;
    private final CompletableFuture<RetentionJob> retention;
    private final CompletableFuture<Optional<Webhooks>> webhooks;
    private final CompletableFuture<Optional<ReportingServer>> reporting;
    private final ReleaseJob releaseJob;
    private final ReleaseSchedule releases;

    private Platform(LamplightConfig config, Clock clock, DirectoryLock lock, Startup startup) {
        this.config = config;
        this.clock = clock;
        this.areaBook = AreaBooks.read(config);
        this.lock = lock;
        this.secrets = new Secrets(config.data().secrets(), new SecureRandom());
        this.addresses = chooseAddresses();
        secrets.get(Secrets.PSEUDONYM_KEY);
        this.logins = new KafkaLogins(config, addresses, secrets);
        this.databaseLogins = new DatabaseLogins(config, addresses, secrets);
        this.connectors = new Connectors(config, addresses, secrets, logins, databaseLogins);
        this.releaseJob = ReleaseJobs.of(config, addresses, areaBook, secrets);
        this.releases = new ReleaseSchedule(releaseJob, config.release().at(), clock);
        this.monitoring = Monitoring.start(config, this::health);
        monitoring.watch(databaseLogins.of(Principals.REPORTING));
        this.broker = part(startup, config.kafka().place(), "Kafka", this::startBroker);
        this.database = part(startup, config.database().place(), "PostgreSQL", this::startDatabase);
        this.registry = part(startup, config.registry().place(), "registry", this::startRegistry);
        Groundwork groundwork =
                new Groundwork(config, addresses, logins.client(Principals.ADMIN), databaseLogins, areaBook);
        CompletableFuture<?> access = startup.begin("access", done(groundwork::access), broker);
        CompletableFuture<?> topics = startup.begin("topics", () -> warnings.addAll(groundwork.topics()), broker);
        CompletableFuture<?> schemas = startup.begin("schemas", done(groundwork::schemas), registry);
        CompletableFuture<?> tables = startup.begin("tables", done(groundwork::tables), database);
        // After a restart the worker goes on with connectors at once, and they write records.
        this.worker = part(startup, config.connect().place(), "Connect", this::startWorker, access, schemas);
        this.streams = config.streams().embedded()
                ? startup.begin("streams", () -> Optional.of(startStreams()), access, topics, schemas)
                : CompletableFuture.completedFuture(Optional.empty());
        this.supervisor = startup.begin("connectors", this::startConnectors, worker, topics, schemas, tables);
        this.retention = startup.begin("retention", this::startRetention, topics, tables, supervisor);
        this.webhooks = config.webhooks().isEmpty()
                ? CompletableFuture.completedFuture(Optional.empty())
                : startup.begin("webhooks", () -> Optional.of(startWebhooks()), tables);
        this.reporting = config.reporting().embedded()
                ? startup.begin("reporting", () -> Optional.of(startReporting()), tables)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    /**
     * Starts everything and waits until all parts are ready.
     *
     * @param config what to run, and where
     * @param clock what time it is
     * @param listener hears which parts have started
     * @throws StartException if a part cannot start; those that did are stopped again
     */
    public static Platform start(LamplightConfig config, Clock clock, StartListener listener) {
        config.data().create();
        DirectoryLock lock = DirectoryLock.take(config.data().lock());
        try {
            return start(config, clock, lock, new Startup(listener));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static Platform start(LamplightConfig config, Clock clock, DirectoryLock lock, Startup startup) {
        Platform platform = new Platform(config, clock, lock, startup);
        try {
            startup.await();
            platform.started = true;
            platform.monitoring.show(() -> platform.found().samples());
            return platform;
        } catch (InterruptedException e) {
            platform.close();
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }

    /** Where each part is reached. */
    public Addresses addresses() {
        return addresses;
    }

    /** How a part logs in to Kafka: the settings of its clients. */
    public Map<String, String> kafkaClient(String principal) {
        return logins.client(principal);
    }

    /** What it runs on. */
    public LamplightConfig config() {
        return config;
    }

    /** The area book that it counts by. */
    public AreaBook areaBook() {
        return areaBook;
    }

    /** A connection to the reporting database, for tables. */
    public ReportingTables reportingTables() {
        return ReportingTables.connect(addresses.database(), config.database().user(), databaseLogins.ownerPassword());
    }

    /** Releases by itself from now on, as the configuration says; only when what there is to count has been taken in. */
    public void beginReleases() {
        releases.begin();
    }

    /** Where the page is, signed in as an analyst for a day; empty if the reporting service runs elsewhere. */
    public Optional<String> page() {
        return reporting
                .join()
                .map(server -> server.address() + "/#token="
                        + Reporting.tokens(secrets, clock).issue("local", Principals.ANALYST, Duration.ofDays(1)));
    }

    /** The release job, to be run by hand. */
    public ReleaseJob releaseJob() {
        return releaseJob;
    }

    /** What does not work at the moment, in sentences. */
    public List<String> troubles() {
        return found().sentences();
    }

    private Troubles found() {
        return Troubles.of(supervisor.join(), releases, webhooks.join());
    }

    /** Whether it has come to an end by itself, so that nothing is counted any more. */
    public boolean hasEnded() {
        return health() == Health.FAILED;
    }

    /** How it is as a whole. */
    public Health health() {
        return started ? streams.join().map(Streams::health).orElse(Health.RUNNING) : Health.STARTING;
    }

    /** Where that is told, and what is measured. */
    public URI monitoring() {
        return monitoring.address();
    }

    /** What people should know though everything started, in sentences. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    /** Stops everything that was started, each part before those that it needs. */
    @Override
    public void close() {
        releases.close();
        // Sources and sink first, so that they finish what they hold; the database last, for it is written to the end.
        stop(retention.thenApply(Optional::of));
        stop(webhooks);
        stop(reporting);
        stop(supervisor.thenApply(Optional::of));
        List.of(worker, streams, registry, broker, database).forEach(Platform::stop);
        monitoring.close();
        lock.close();
    }

    private Addresses chooseAddresses() {
        if (config.database().place().embedded()) {
            EmbeddedDatabase.stopOrphan(config.data());
        }
        if (config.reporting().embedded()) {
            // It takes its port itself; here one that is in use is refused before anything starts.
            Ports.choose(new Port(config.reporting().settings().port()), "reporting.port", "reporting service");
        }
        return Addresses.choose(config);
    }

    private static <P extends AutoCloseable> CompletableFuture<Optional<P>> part(
            Startup startup, Place place, String name, Supplier<P> start, CompletableFuture<?>... needed) {
        return place.embedded()
                ? startup.begin(name, () -> Optional.of(start.get()), needed)
                : CompletableFuture.completedFuture(Optional.empty());
    }

    private static Supplier<Boolean> done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private AutoCloseable startBroker() {
        return Broker.start(
                config.data().broker(),
                BrokerSettings.of(config, addresses, logins, clock),
                logins.client(Principals.ADMIN));
    }

    private AutoCloseable startDatabase() {
        return EmbeddedDatabase.start(
                config.data(), addresses.databasePort(), config.database().user(), databaseLogins.ownerPassword());
    }

    private AutoCloseable startRegistry() {
        return EmbeddedRegistry.start(config.data().registry(), addresses.registryPort());
    }

    private ConnectWorker startWorker() {
        return ConnectWorker.start(WorkerSettings.of(config, addresses, logins.client(Principals.CONNECT)));
    }

    private Streams startStreams() {
        return Streams.start(config, addresses, logins.client(Principals.STREAMS), areaBook, clock)
                .awaitReady();
    }

    private RetentionJob startRetention() {
        Retention due = new Retention(
                config,
                logins.client(Principals.RETENTION),
                databaseLogins.of(Principals.RETENTION),
                clock,
                Progress.NONE);
        return RetentionJob.start(due, config.retention().erasure().sweep());
    }

    private ReportingServer startReporting() {
        return Reporting.start(config, databaseLogins, areaBook, secrets, clock);
    }

    private Webhooks startWebhooks() {
        try {
            return Webhooks.start(
                    Jdbi.create(databaseLogins.of(Principals.WEBHOOKS)),
                    PartnerTopics.of(areaBook),
                    config.webhooks(),
                    clock,
                    new SplittableRandom());
        } catch (IllegalArgumentException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    private Supervisor startConnectors() {
        Map<String, Map<String, String>> configurations = connectors.configurations();
        ConnectClient client = new ConnectClient(addresses.connect());
        client.connectors().stream()
                .filter(connector -> Connectors.isSource(connector) && !configurations.containsKey(connector))
                .forEach(client::delete);
        configurations.forEach(client::put);
        Optional<String> here = worker.join().map(ConnectWorker::id);
        configurations.keySet().forEach(connector -> client.awaitRunning(connector, here));
        return new Supervisor(client, configurations.keySet());
    }

    private static void stop(CompletableFuture<? extends Optional<? extends AutoCloseable>> part) {
        try {
            Optional<? extends AutoCloseable> started = part.join();
            if (started.isPresent()) {
                started.get().close();
            }
        } catch (CompletionException | CancellationException e) {
            LOG.debug("A part that never started need not stop.", e);
        } catch (Exception e) { // whatever AutoCloseable declares: the other parts must be stopped all the same
            LOG.error("A part did not stop cleanly.", e);
        }
    }
}
