package org.lamplight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;

class DemoFeedsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-16T10:15:30Z"), ZoneOffset.UTC);
    private static final double SCALE = 0.2;
    private static final AreaBook BOOK = AreaBook.northamptonshire();

    @TempDir
    Path inbox;

    @Test
    void shouldWriteTheSameFilesFromTheSameSeedAndClock() {
        Path first = inbox.resolve("first");
        Path second = inbox.resolve("second");

        Map<String, Planted> planted = new DemoFeeds(7, SCALE, first, BOOK, CLOCK).history(Progress.NONE);
        Map<String, Planted> again = new DemoFeeds(7, SCALE, second, BOOK, CLOCK).history(Progress.NONE);

        assertThat(again).isEqualTo(planted);
        assertThat(Exports.contents(second)).isEqualTo(Exports.contents(first));
    }

    @Test
    void shouldWriteOtherFilesFromAnotherSeed() {
        Path first = inbox.resolve("first");
        Path second = inbox.resolve("second");

        new DemoFeeds(7, SCALE, first, BOOK, CLOCK).history(Progress.NONE);
        new DemoFeeds(8, SCALE, second, BOOK, CLOCK).history(Progress.NONE);

        assertThat(Exports.contents(second)).isNotEqualTo(Exports.contents(first));
    }

    @Test
    void shouldKeepAccountOfEveryRowAndFile() {
        Map<String, Planted> planted = new DemoFeeds(7, SCALE, inbox, BOOK, CLOCK).history(Progress.NONE);

        assertThat(planted).containsOnlyKeys("streetsafe", "stop-hate-uk", "retail");
        planted.forEach((source, account) -> {
            long headers = source.equals("stop-hate-uk") ? 0 : account.files();
            assertThat(Exports.files(inbox.resolve(source))).hasSize((int) account.files());
            assertThat(Exports.lines(inbox.resolve(source), StandardCharsets.ISO_8859_1))
                    .hasSize((int) (account.rows() + headers));
        });
    }

    @Test
    void shouldWriteNoFileTwice() {
        new DemoFeeds(2026, 1, inbox, BOOK, CLOCK).history(Progress.NONE);

        assertThat(Exports.contents(inbox).values()).doesNotHaveDuplicates();
    }

    @Test
    void shouldReportProgressUpToTheEnd() {
        List<Long> done = new ArrayList<>();
        List<Long> totals = new ArrayList<>();

        new DemoFeeds(7, SCALE, inbox, BOOK, CLOCK).history((what, so, total) -> {
            done.add(so);
            totals.add(total);
        });

        assertThat(done).isSorted().endsWith(totals.get(0));
        assertThat(totals).containsOnly(3L * 365);
    }

    @Test
    void shouldLeaveNoUnfinishedFile() {
        new DemoFeeds(7, SCALE, inbox, BOOK, CLOCK).history(Progress.NONE);

        assertThat(Exports.files(inbox))
                .noneMatch(file -> file.getFileName().toString().startsWith("."));
    }

    @Test
    void shouldDropTheSameLiveFilesFromTheSameSeedAndClock() throws IOException {
        LiveDrops first = new DemoFeeds(7, inbox.resolve("first"), BOOK, new TickingClock(CLOCK.instant())).liveDrops();
        LiveDrops second =
                new DemoFeeds(7, inbox.resolve("second"), BOOK, new TickingClock(CLOCK.instant())).liveDrops();

        Planted planted = Planted.NOTHING;
        for (int drop = 0; drop < 20; drop++) {
            planted = planted.plus(first.drop());
            second.drop();
        }

        assertThat(planted.files()).isEqualTo(20);
        assertThat(Exports.files(inbox.resolve("first"))).hasSize(20);
        assertThat(planted.rows()).isGreaterThanOrEqualTo(20);
        assertThat(Exports.contents(inbox.resolve("second"))).isEqualTo(Exports.contents(inbox.resolve("first")));
    }

    @Test
    void shouldDropFilesUntilClosed() {
        DemoFeeds feeds = new DemoFeeds(7, inbox, BOOK, Clock.systemUTC());

        LiveDrops drops = feeds.live(Duration.ofMillis(5));
        Awaitility.await().until(() -> Exports.files(inbox).count() >= 3);
        drops.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("demo-feeds");
    }
}
