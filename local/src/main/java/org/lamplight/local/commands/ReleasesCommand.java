package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight releases}. */
@Command(
        name = "releases",
        description = "List what has been released to partners.",
        subcommands = ReleasesExportCommand.class)
final class ReleasesCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            format.print(tables.releases(), root.console());
        }
    }

    RootCommand root() {
        return root;
    }
}
