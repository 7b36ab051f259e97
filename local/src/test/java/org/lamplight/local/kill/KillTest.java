package org.lamplight.local.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.ForkedLamplight;
import org.lamplight.local.demo.LoadPlan;
import org.lamplight.local.parts.Secrets;

/**
 * Kills the whole process at random moments while it loads. Short by default; docs/RELIABILITY.md has the long form,
 * whose size comes from {@code lamplight.kill.rows}, {@code lamplight.kill.kills} and {@code lamplight.kill.seed}.
 */
class KillTest {
    private static final long ROWS = Long.getLong("lamplight.kill.rows", 6_000);
    private static final int KILLS = Integer.getInteger("lamplight.kill.kills", 2);
    private static final long SEED = Long.getLong("lamplight.kill.seed", 1);
    private static final int ROWS_PER_FILE = 500;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration CATCH_UP = Duration.ofMinutes(2).plusMillis(10 * ROWS);

    private final Random random = new Random(SEED);

    private final Path home = Path.of("target", "kill").toAbsolutePath();

    /** What the last run left goes now, so that one can look into it until then. */
    @BeforeEach
    void clear() throws IOException {
        if (Files.exists(home)) {
            try (Stream<Path> files = Files.walk(home)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(home);
    }

    @Test
    void shouldLoseNothingAndDoubleNothingWhenKilled() throws Exception {
        LocalDate today = LocalDate.now(Clock.system(ZoneId.of("Europe/London")));
        AreaBook book = AreaBook.northamptonshire();
        List<LoadPlan> plans = List.of(
                LoadPlan.retail(ROWS * 3 / 4, SEED, book, today), LoadPlan.helpline(ROWS / 4, SEED, book, today));
        plans.forEach(plan -> plan.write(home.resolve("staged"), ROWS_PER_FILE));
        ForkedLamplight lamplight = new ForkedLamplight(home, "");
        try {
            List<List<Path>> portions = portions();
            for (int kill = 1; kill <= KILLS; kill++) {
                lamplight.start();
                drop(portions.get(kill - 1), lamplight.inbox());
                killAtRandom(lamplight, kill);
            }
            lamplight.start();
            drop(portions.get(KILLS), lamplight.inbox());
            compare(lamplight, plans);
            assertThat(lamplight.stop(PATIENCE)).as("stops cleanly").isTrue();
        } finally {
            lamplight.abandon();
        }
    }

    /** Some die while they start, most while they load. */
    private void killAtRandom(ForkedLamplight lamplight, int kill) throws Exception {
        boolean starting = random.nextInt(4) == 0;
        boolean databaseToo = random.nextInt(3) == 0;
        if (starting) {
            lamplight.runFor(Duration.ofMillis(random.nextInt(8_000)));
        } else {
            await().atMost(PATIENCE).until(lamplight::isRunning);
            lamplight.runFor(Duration.ofMillis(random.nextInt(5_000)));
        }
        lamplight.kill();
        if (databaseToo) {
            lamplight.killDatabase();
        }
        say("kill %d of %d, %s%s", kill, KILLS, starting ? "starting" : "loading", databaseToo ? ", database too" : "");
    }

    private void compare(ForkedLamplight lamplight, List<LoadPlan> plans) {
        await().atMost(PATIENCE).until(lamplight::isRunning);
        new Comparison(
                        new ReportTables(lamplight.databaseUrl(), lamplight.secret(Secrets.DATABASE_PASSWORD)),
                        new TopicContents(lamplight.kafkaClient()),
                        new Expected(plans, lamplight.secret(Secrets.PSEUDONYM_KEY)))
                .assertEqual(CATCH_UP);
    }

    /** The staged files in random portions, one for each time that Lamplight runs. */
    private List<List<Path>> portions() throws IOException {
        List<Path> files;
        try (Stream<Path> staged = Files.walk(home.resolve("staged"))) {
            files = staged.filter(Files::isRegularFile).sorted().collect(Collectors.toCollection(ArrayList::new));
        }
        Collections.shuffle(files, random);
        List<List<Path>> portions = new ArrayList<>();
        for (int i = 0; i <= KILLS; i++) {
            portions.add(files.subList(i * files.size() / (KILLS + 1), (i + 1) * files.size() / (KILLS + 1)));
        }
        return portions;
    }

    private static void drop(List<Path> files, Path inbox) {
        for (Path file : files) {
            try {
                Path folder = Files.createDirectories(
                        inbox.resolve(file.getParent().getFileName().toString()));
                Files.move(file, folder.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void say(String format, Object... arguments) {
        System.out.printf("[kill] " + format + "%n", arguments);
    }
}
