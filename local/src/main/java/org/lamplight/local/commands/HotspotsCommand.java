package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.local.reporting.ReportingTables.HotspotOrder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight hotspots}. */
@Command(name = "hotspots", description = "Print where reports concentrate, from the reporting database.")
final class HotspotsCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    /** What comes first. */
    enum Order {
        rank,
        change
    }

    @Option(
            names = "--by",
            paramLabel = "ORDER",
            defaultValue = "rank",
            description = "rank: most reports over a long time first (default); change: least likely rise first.")
    private Order order;

    @Option(names = "--explain", description = "Say of each cell in a sentence why it stands where it does.")
    private boolean explain;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            HotspotOrder by = order == Order.rank ? HotspotOrder.RANK : HotspotOrder.CHANGE;
            if (explain) {
                Sentences.print(
                        tables.hotspotSentences(filter.filter(), by),
                        root.console().out());
            } else {
                format.print(tables.hotspots(filter.filter(), by), root.console());
            }
        }
    }
}
