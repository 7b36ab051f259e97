package org.lamplight.local.commands;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.lamplight.local.Platform;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.demo.DemoEvaluations;
import org.lamplight.local.demo.DemoFeeds;
import org.lamplight.local.demo.Planted;
import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.local.terminal.ProgressLine;
import org.lamplight.release.ReleaseException;
import org.lamplight.streams.rules.Calendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight demo}. */
@Command(
        name = "demo",
        description = "Run everything on made-up reports: a year of them first, then some every few seconds.")
final class DemoCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "5",
            description = "Seconds between live reports (5 by default).")
    private int seconds;

    @Override
    public Integer call() throws Exception {
        LamplightConfig configured = root.config();
        LamplightConfig config = configured.evaluations().isEmpty()
                ? configured.withEvaluations(DemoEvaluations.upTo(root.console().clock()))
                : configured;
        new DemoData(config.data()).claim();
        return new Run(config, root.console()).until(this::feed).code();
    }

    private AutoCloseable feed(Platform platform, StopSignal signal) {
        LamplightConfig config = platform.config();
        DemoFeeds feeds = new DemoFeeds(
                config.demoSeed(),
                config.data().inbox(),
                platform.areaBook(),
                root.console().clock());
        DemoData data = new DemoData(config.data());
        if (!data.hasHistory()) {
            writeHistory(platform, feeds, signal);
            data.keepHistory();
            release(platform, signal);
        }
        return feeds.live(Duration.ofSeconds(seconds));
    }

    /** The first release, which is otherwise made by hand: made-up reports need nobody's look. */
    private void release(Platform platform, StopSignal signal) {
        if (!signal.await(Duration.ZERO)) {
            Console console = root.console();
            LocalDate today = Calendar.day(console.clock().instant());
            try {
                new Releasing(platform.releaseJob(), console, new TableFormat()).publish(today);
            } catch (ReleaseException e) {
                console.err().println(e.getMessage());
            }
        }
    }

    private void writeHistory(Platform platform, DemoFeeds feeds, StopSignal signal) {
        Console console = root.console();
        try (ProgressLine progress = new ProgressLine(console.out(), console.terminal(), console.clock());
                ReportingTables tables = platform.reportingTables()) {
            Map<String, Planted> planted = feeds.history(progress);
            long rows = planted.values().stream().mapToLong(Planted::rows).sum();
            for (long taken = 0; taken < rows && !signal.await(PAUSE); taken = tables.rowsTaken()) {
                progress.update("Taking in a year of reports", taken, rows);
            }
        }
    }
}
