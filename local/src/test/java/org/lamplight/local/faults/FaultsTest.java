package org.lamplight.local.faults;

import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
 * strikes, {@code lamplight.faults.together} how many strike one soon after the other, before it is seen whether they are got
 * over, {@code lamplight.faults.outage} how many seconds something is away, and {@code lamplight.faults.brokers},
 * {@code lamplight.faults.standbys} and {@code lamplight.faults.seed} are what they say. {@code lamplight.faults.ballast} is
 * how many rows are taken in before.
 */
class FaultsTest {
    private static final String SHORT = "KILL_WORKER,KILL_SINK_AFTER_COMMIT,KILL_STREAMS,KILL_REPORTING,"
            + "SUSPEND_WORKER,KILL_CONTROLLER,STOP_DATABASE,REFUSE_STATEMENTS,"
            + "RESTART_SINK_WITHOUT_REGISTRY";
    private static final List<Fault> FAULTS = Arrays.stream(
                    System.getProperty("lamplight.faults.only", SHORT).split(","))
            .map(Fault::valueOf)
            .toList();
    private static final int RUNS = Integer.getInteger("lamplight.faults.runs", 1);
    private static final int TOGETHER = Integer.getInteger("lamplight.faults.together", 1);
    private static final long SEED = Long.getLong("lamplight.faults.seed", 1);
    private static final int BROKERS = Integer.getInteger("lamplight.faults.brokers", 3);
    private static final int STANDBYS = Integer.getInteger("lamplight.faults.standbys", 1);
    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("lamplight.faults.outage", 12));

    private static final int BALLAST = Integer.getInteger("lamplight.faults.ballast", 0);

    private static final int ROWS_UNDER_WAY = 800;
    private static final int ROWS_AFTER = 80;
    private static final int ROWS_PER_FILE = Math.max(40, BALLAST / 1000);
    private static final Duration LATEST_STRIKE = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path home = Path.of("target", "faults").toAbsolutePath();
    private final Figures figures = new Figures();
    private Deployment deployment;
    private ReportTables tables;

    /** What the last run left goes now, so that one can look into it until then. */
    @BeforeEach
    void deploy() throws Exception {
        SmallDisk.unmountAll(home);
        Directories.delete(home);
        Files.createDirectories(home);
        deployment = new Deployment(home, BROKERS, STANDBYS, FAULTS.stream().anyMatch(Fault::needsSmallDisks));
        deployment.start();
        tables = new ReportTables(deployment.postgres().directUrl(), Postgres.PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        figures.print();
        if (deployment != null) {
            deployment.abandon();
            SmallDisk.unmountAll(home);
        }
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhateverBreaks() throws Exception {
        List<Fault> faults = new ArrayList<>();
        FAULTS.forEach(fault -> faults.addAll(Collections.nCopies(RUNS, fault)));
        Random random = new Random(SEED);
        Collections.shuffle(faults, random);
        int rounds = (faults.size() + TOGETHER - 1) / TOGETHER;
        Feed feed = new Feed(
                BALLAST + (rounds + 1) * (ROWS_UNDER_WAY + ROWS_AFTER + 2 * ROWS_PER_FILE),
                ROWS_PER_FILE,
                SEED,
                deployment.inbox());
        feed.drop(BALLAST);
        awaitTaken(feed, PATIENCE.plusMillis(10L * BALLAST));
        Scene scene = new Scene(deployment, feed, random, OUTAGE);

        for (int round = 0; round < rounds; round++) {
            strike(faults.subList(round * TOGETHER, Math.min((round + 1) * TOGETHER, faults.size())), scene, feed);
        }
        feed.finish();

        new Comparison(
                        tables,
                        new TopicContents(deployment.brokers().client()),
                        new Expected(feed.plans(), Deployment.PSEUDONYM_KEY))
                .assertEqual(PATIENCE);
    }

    private void strike(List<Fault> faults, Scene scene, Feed feed) throws Exception {
        long[] over = new long[faults.size()];
        feed.drop(ROWS_UNDER_WAY);
        for (int i = 0; i < over.length; i++) {
            scene.passAtMost(LATEST_STRIKE);
            faults.get(i).strike(scene);
            over[i] = System.nanoTime();
        }
        feed.drop(ROWS_AFTER);
        awaitTaken(feed, PATIENCE);
        for (int i = 0; i < over.length; i++) {
            figures.add(faults.get(i), Duration.ofNanos(System.nanoTime() - over[i]));
        }
        deployment.awaitReady();
    }

    private void awaitTaken(Feed feed, Duration patience) {
        await().atMost(patience)
                .pollInterval(Duration.ofMillis(100))
                .ignoreException(StartException.class)
                .until(() -> tables.rowsTaken() == feed.dropped() && deployment.isReady(deployment.reporting()));
    }
}
