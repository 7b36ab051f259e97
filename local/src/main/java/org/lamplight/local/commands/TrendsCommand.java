package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight trends}. */
@Command(
        name = "trends",
        description = "Print how areas develop, from the reporting database: the councils and the force by default.")
final class TrendsCommand implements Runnable {
    /** Lengths of a period. */
    enum Period {
        week,
        month,
        quarter
    }

    @ParentCommand
    private RootCommand root;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            defaultValue = "month",
            description = "${COMPLETION-CANDIDATES}; month by default.")
    private Period period;

    @Option(names = "--explain", description = "Say of each of the last weeks in words what there is to say.")
    private boolean explain;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            if (explain) {
                Sentences.print(
                        tables.trendSentences(filter.filter()), root.console().out());
            } else {
                format.print(tables.trends(filter.filter(), period.name()), root.console());
            }
        }
    }
}
