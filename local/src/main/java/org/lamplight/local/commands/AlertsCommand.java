package org.lamplight.local.commands;

import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.local.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight alerts}. */
@Command(
        name = "alerts",
        description = "Print the places that get significantly more reports than their past share, open alerts first.")
final class AlertsCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Option(names = "--csv", description = "Print CSV.")
    private boolean csv;

    @Mixin
    private FilterOptions filter;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            Table alerts = tables.alerts(filter.filter());
            if (csv) {
                alerts.printCsv(root.console().out());
            } else if (alerts.rows().isEmpty()) {
                root.console().out().println("No alert.");
                root.console().out().flush();
            } else {
                Sentences.print(alerts, root.console().out());
            }
        }
    }
}
