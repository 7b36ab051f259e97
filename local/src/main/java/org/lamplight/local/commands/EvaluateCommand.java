package org.lamplight.local.commands;

import java.nio.file.Path;
import java.util.function.Function;
import org.lamplight.local.Progress;
import org.lamplight.local.evaluate.Ranking;
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
        subcommands = EvaluateCommand.RankingCommand.class)
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
}
