package org.lamplight.local.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;
import org.lamplight.local.evaluate.Detection;
import org.lamplight.local.evaluate.FalseAlarms;
import org.lamplight.local.evaluate.LateReports;
import org.lamplight.local.evaluate.Ranking;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.terminal.ProgressLine;
import org.lamplight.local.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code lamplight evaluate}. */
@Command(
        name = "evaluate",
        description = "Measure how good hotspots and trends are (docs/EVALUATION.md). Needs nothing running.",
        synopsisSubcommandLabel = "EXPERIMENT",
        subcommands = {
            EvaluateCommand.RankingCommand.class,
            EvaluateCommand.FalseAlarmsCommand.class,
            EvaluateCommand.DetectionCommand.class,
            EvaluateCommand.LateReportsCommand.class
        })
final class EvaluateCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            scope = ScopeType.INHERIT,
            description = "What is random follows from this number (1 by default).")
    private long seed;

    @Override
    public void run() {
        spec.commandLine().usage(root.console().out());
    }

    private AreaBook book() {
        return AreaBooks.read(root.config());
    }

    private boolean overdispersion() {
        return root.config().streams().overdispersion();
    }

    private void print(Function<Progress, Table> experiment, TableFormat format) {
        Console console = root.console();
        Table table;
        try (ProgressLine progress = new ProgressLine(console.err(), console.terminal(), console.clock())) {
            table = experiment.apply(progress);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        format.print(table, console);
    }

    /** {@code lamplight evaluate ranking}. */
    @Command(
            name = "ranking",
            description = "Rank the cells of a data set a week ahead, and count the events that the first cells get.")
    static final class RankingCommand implements Runnable {
        @ParentCommand
        private EvaluateCommand parent;

        @Mixin
        private TableFormat format;

        @Option(names = "--cells", required = true, paramLabel = "FILE", description = "The study area: cell,area_km2.")
        private Path cells;

        @Option(names = "--events", required = true, paramLabel = "FILE", description = "The events: week,cell,count.")
        private Path events;

        @Option(
                names = "--weeks",
                paramLabel = "N",
                defaultValue = "25",
                description = "Predict the last N weeks (25 by default).")
        private int weeks;

        @Option(
                names = "--thin",
                paramLabel = "N",
                defaultValue = "0",
                description = "Keep about N events a week, chosen at random (all by default).")
        private double thin;

        @Option(
                names = "--runs",
                paramLabel = "N",
                defaultValue = "20",
                description = "Thin so many times and add up (20 by default).")
        private int runs;

        @Override
        public void run() {
            Ranking.Settings settings = new Ranking.Settings(weeks, thin, runs, parent.seed);
            parent.print(progress -> Ranking.of(cells, events, settings).table(progress), format);
        }
    }

    /** {@code lamplight evaluate false-alarms}. */
    @Command(name = "false-alarms", description = "Count the alarms of a made-up county in which nothing changes.")
    static final class FalseAlarmsCommand implements Runnable {
        @ParentCommand
        private EvaluateCommand parent;

        @Mixin
        private TableFormat format;

        @Mixin
        private Volumes volumes;

        @Option(
                names = "--weeks",
                paramLabel = "N",
                defaultValue = "104",
                description = "Look at N weeks after a year of history (104 by default).")
        private int weeks;

        @Option(
                names = "--runs",
                paramLabel = "N",
                defaultValue = "40",
                description = "Double all reports N times, each after a year of history (40 by default).")
        private int doublings;

        @Override
        public void run() {
            FalseAlarms.Settings settings =
                    new FalseAlarms.Settings(volumes.volumes, weeks, doublings, parent.overdispersion(), parent.seed);
            parent.print(progress -> new FalseAlarms(parent.book(), settings).table(progress), format);
        }
    }

    /** {@code lamplight evaluate detection}. */
    @Command(
            name = "detection",
            description = "Let reports rise in a few places of a made-up county, and look how soon it shows.")
    static final class DetectionCommand implements Runnable {
        @ParentCommand
        private EvaluateCommand parent;

        @Mixin
        private TableFormat format;

        @Mixin
        private Volumes volumes;

        @Option(names = "--runs", paramLabel = "N", defaultValue = "12", description = "How often (12 by default).")
        private int runs;

        @Option(
                names = "--sites",
                paramLabel = "N",
                defaultValue = "4",
                description = "Places of each kind where reports rise at once (4 by default).")
        private int sites;

        @Override
        public void run() {
            Detection.Settings settings =
                    new Detection.Settings(volumes.volumes, runs, sites, parent.overdispersion(), parent.seed);
            parent.print(progress -> new Detection(parent.book(), settings).table(progress), format);
        }
    }

    /** {@code lamplight evaluate late-reports}. */
    @Command(
            name = "late-reports",
            description =
                    "Let the reports of a made-up county, in which nothing changes, come in late, and count false falls.")
    static final class LateReportsCommand implements Runnable {
        @ParentCommand
        private EvaluateCommand parent;

        @Mixin
        private TableFormat format;

        @Mixin
        private Volumes volumes;

        @Option(
                names = "--weeks",
                paramLabel = "N",
                defaultValue = "520",
                description = "Look at N weeks after a year and a half of history (520 by default).")
        private int weeks;

        @Override
        public void run() {
            LateReports.Settings settings = new LateReports.Settings(volumes.volumes, weeks, parent.seed);
            parent.print(progress -> new LateReports(parent.book(), settings).table(progress), format);
        }
    }

    /** How many reports there are. */
    static final class Volumes {
        @Option(
                names = "--volumes",
                paramLabel = "N",
                split = ",",
                defaultValue = "10,60,250",
                description = "Reports a week in the whole county, one experiment each (10,60,250 by default).")
        private List<Integer> volumes;
    }
}
