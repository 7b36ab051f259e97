package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.local.terminal.Table;
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

    @Option(names = "--explain", description = "Say what each of the last weeks says, in words.")
    private boolean explain;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            Table table =
                    explain ? tables.explainedTrends(filter.filter()) : tables.trends(filter.filter(), period.name());
            format.print(table, root.console());
        }
    }
}
