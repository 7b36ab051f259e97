package org.lamplight.local.readers;

import static org.awaitility.Awaitility.await;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.lamplight.local.Platform;
import org.lamplight.local.Progress;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.Port;
import org.lamplight.local.demo.DemoEvaluations;
import org.lamplight.local.demo.DemoFeeds;
import org.lamplight.local.demo.Planted;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.local.parts.Ports;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.reporting.ReportingTables;
import org.postgresql.ds.PGSimpleDataSource;

/** The reporting database after the demo's year has been taken in and released, with a login for everyone who reads. */
final class DemoDatabase implements AutoCloseable {
    static final String NORTH = "council-north-northamptonshire";

    private static final String OWNER = "lamplight";
    private static final String OWNERS_PASSWORD = "owners-password";
    private static final Clock CLOCK = Clock.systemUTC();
    /** True once the planted stories have arrived in the tables. */
    private static final String TOLD = """
            select exists (select from analyst.alert)
                and exists (select from opfcc.evaluation where evaluation = 'retail-pilot' and ratio_low > 1)
                and exists (select from opfcc.evaluation where evaluation = 'hemmingwell' and difference_low > 0)
            """;

    private final Path home;
    private final int port = Ports.choose(new Port(0), "port", "database");
    private final Map<String, String> passwords = new HashMap<>();
    private final LamplightConfig config;
    private EmbeddedDatabase postgres;

    private DemoDatabase(Path home) {
        this.home = home;
        config = ConfigReader.read(ConfigFactory.parseString("""
                        kafka { port = 0, partners.port = 0 }
                        registry.port = 0, connect.port = 0, release.at = off, reporting.port = 0, monitoring.port = 0
                        database { url = "jdbc:postgresql://127.0.0.1:%d/lamplight", user = %s, password = %s }
                        """.formatted(port, OWNER, OWNERS_PASSWORD)), home)
                .withEvaluations(DemoEvaluations.upTo(CLOCK));
        config.data().create();
        postgres = EmbeddedDatabase.start(config.data(), port, OWNER, OWNERS_PASSWORD);
        try (Platform platform = Platform.start(config, CLOCK, (part, took) -> {})) {
            takeIn(platform);
            platform.releaseJob().run(LocalDate.now(CLOCK.withZone(ZoneId.of("Europe/London"))), step -> {});
            giveLogins(platform);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private void takeIn(Platform platform) {
        LamplightConfig config = platform.config();
        DemoFeeds feeds = new DemoFeeds(config.demoSeed(), config.data().inbox(), platform.areaBook(), CLOCK);
        long rows = feeds.history(Progress.NONE).values().stream()
                .mapToLong(Planted::rows)
                .sum();
        try (ReportingTables tables = platform.reportingTables()) {
            await().atMost(Duration.ofMinutes(10)).until(() -> tables.rowsTaken() >= rows);
        }
        await().atMost(Duration.ofMinutes(5))
                .until(() -> Jdbi.create(as(OWNER, OWNERS_PASSWORD))
                        .withHandle(handle ->
                                handle.createQuery(TOLD).mapTo(Boolean.class).one()));
    }

    /** Everybody their own, so that parts have no more rights from their next start on than they are meant to have. */
    private void giveLogins(Platform platform) {
        DatabaseAccess access = new DatabaseAccess(as(OWNER, OWNERS_PASSWORD), platform.areaBook());
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        access.apply(access.principals(), Set.of(), principal -> principal + "-password", (principal, use, secret) -> {
            passwords.put(principal, secret);
            if (Principals.DATABASE_PARTS.contains(principal)) {
                secrets.keep(principal, use, secret);
            }
        });
    }

    /** Runs Lamplight on it again, which goes on where it was. */
    Platform start() {
        return Platform.start(config, CLOCK, (part, took) -> {});
    }

    /** The directory in which its commands are run. */
    Path home() {
        return home;
    }

    /** Connections of somebody who reads. */
    DataSource as(String principal) {
        return as(DatabaseAccess.roleOf(principal), passwords.get(principal));
    }

    /** What a program needs to connect as somebody who reads, as PostgreSQL's clients understand it. */
    Map<String, String> environment(String principal) {
        return Map.of(
                "PGHOST", "127.0.0.1",
                "PGPORT", Integer.toString(port),
                "PGDATABASE", "lamplight",
                "PGUSER", DatabaseAccess.roleOf(principal),
                "PGPASSWORD", passwords.get(principal));
    }

    private DataSource as(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/lamplight");
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    @Override
    public void close() {
        postgres.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives it to the tests that ask for it: the same to all, for it takes a while to fill. */
    static final class Filled implements ParameterResolver {
        private static final Namespace NAMESPACE = Namespace.create(DemoDatabase.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == DemoDatabase.class;
        }

        @Override
        public DemoDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(NAMESPACE)
                    .getOrComputeIfAbsent(DemoDatabase.class, type -> fill(), DemoDatabase.class);
        }

        private static DemoDatabase fill() {
            try {
                return new DemoDatabase(Files.createTempDirectory("lamplight-demo"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
