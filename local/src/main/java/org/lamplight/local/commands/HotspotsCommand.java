package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight hotspots}. */
@Command(name = "hotspots", description = "Print where reports concentrate, from the reporting database.")
final class HotspotsCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            format.print(tables.hotspots(filter.filter()), root.console());
        }
    }
}
