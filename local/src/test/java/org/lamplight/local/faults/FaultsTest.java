package org.lamplight.local.faults;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.local.kill.Comparison;
import org.lamplight.local.kill.Expected;
import org.lamplight.local.kill.ReportTables;
import org.lamplight.local.kill.TopicContents;
import org.lamplight.local.parts.StartException;

/**
 * Breaks a Lamplight of many processes while it loads, again and again. Short by default; docs/RELIABILITY.md has the
 * long form. {@code lamplight.faults.only} names the {@link Fault}s, {@code lamplight.faults.runs} says how often each
 * strikes, {@code lamplight.faults.outage} how many seconds something is away, and {@code lamplight.faults.brokers},
 * {@code lamplight.faults.standbys} and {@code lamplight.faults.seed} are what they say.
 */
class FaultsTest {
    private static final String SHORT = "KILL_WORKER,KILL_SINK_AFTER_COMMIT,KILL_STREAMS,KILL_REPORTING,"
            + "SUSPEND_WORKER,KILL_CONTROLLER,STOP_DATABASE,REFUSE_STATEMENTS,STOP_REGISTRY";
    private static final List<Fault> FAULTS = Arrays.stream(
                    System.getProperty("lamplight.faults.only", SHORT).split(","))
            .map(Fault::valueOf)
            .toList();
    private static final int RUNS = Integer.getInteger("lamplight.faults.runs", 1);
    private static final long SEED = Long.getLong("lamplight.faults.seed", 1);
    private static final int BROKERS = Integer.getInteger("lamplight.faults.brokers", 3);
    private static final int STANDBYS = Integer.getInteger("lamplight.faults.standbys", 1);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("lamplight.faults.outage", 12));

    private static final int FILES_UNDER_WAY = 20;
    private static final int FILES_AFTER = 2;
    private static final Duration LATEST_STRIKE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home = Path.of("target", "faults").toAbsolutePath();
    private final Figures figures = new Figures();
    private Deployment deployment;
    private ReportTables tables;

    /** What the last run left goes now, so that one can look into it until then. */
    @BeforeEach
    void deploy() throws Exception {
        deleteAll(home);
        Files.createDirectories(home);
        deployment = new Deployment(home, BROKERS, STANDBYS);
        deployment.start();
        tables = new ReportTables(deployment.postgres().directUrl(), Postgres.PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        figures.print();
        if (deployment != null) {
            deployment.abandon();
        }
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhateverBreaks() throws Exception {
        List<Fault> faults = new ArrayList<>();
        FAULTS.forEach(fault -> faults.addAll(Collections.nCopies(RUNS, fault)));
        Random random = new Random(SEED);
        Collections.shuffle(faults, random);
        Feed feed = new Feed(
                (faults.size() + 1) * (FILES_UNDER_WAY + FILES_AFTER) * Feed.ROWS_PER_FILE,
                SEED,
                home.resolve("staged"),
                deployment.inbox());
        Scene scene = new Scene(deployment, random, OUTAGE);

        for (Fault fault : faults) {
            strike(fault, scene, feed);
        }
        feed.finish();

        new Comparison(
                        tables,
                        new TopicContents(deployment.brokers().client()),
                        new Expected(feed.plans(), Deployment.PSEUDONYM_KEY))
                .assertEqual(PATIENCE);
    }

    private void strike(Fault fault, Scene scene, Feed feed) throws Exception {
        feed.drop(FILES_UNDER_WAY);
        scene.passAtMost(LATEST_STRIKE);
        fault.strike(scene);
        long over = System.nanoTime();
        feed.drop(FILES_AFTER);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(StartException.class)
                .until(() -> tables.rowsTaken() == feed.dropped() && deployment.isReady(deployment.reporting()));
        figures.add(fault, Duration.ofNanos(System.nanoTime() - over));
        deployment.awaitReady();
    }

    private static void deleteAll(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
