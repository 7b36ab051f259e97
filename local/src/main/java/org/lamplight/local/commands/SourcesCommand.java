package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight sources}. */
@Command(
        name = "sources",
        description = "Print how each source is doing, from the reporting database.",
        subcommands = SourceCheckCommand.class)
final class SourcesCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            format.print(tables.sources(), root.console());
        }
    }

    RootCommand root() {
        return root;
    }
}
