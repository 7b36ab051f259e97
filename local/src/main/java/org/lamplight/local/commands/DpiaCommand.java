package org.lamplight.local.commands;

import java.io.PrintWriter;
import java.util.List;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.privacy.Inventory;
import org.lamplight.local.privacy.Inventory.Entry;
import org.lamplight.local.terminal.Durations;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight dpia}. */
@Command(
        name = "dpia",
        description = "Print what this configuration holds where, how long and for whom, for a data-protection record.")
final class DpiaCommand implements Runnable {
    private static final List<Column> COLUMNS = List.of(
            new Column("place", false),
            new Column("what", false),
            new Column("data", false),
            new Column("kept", false),
            new Column("read by", false));

    @ParentCommand
    private RootCommand root;

    @Option(names = "--csv", description = "Print the table as CSV instead of a Markdown page.")
    private boolean csv;

    @Override
    public void run() {
        LamplightConfig config = root.config();
        Inventory inventory = new Inventory(config);
        Table table = new Table(
                COLUMNS, inventory.entries().stream().map(DpiaCommand::row).toList());
        if (csv) {
            table.printCsv(root.console().out());
        } else {
            page(config, inventory, table);
        }
    }

    private void page(LamplightConfig config, Inventory inventory, Table table) {
        PrintWriter out = root.console().out();
        out.println("# Data flow and retention");
        out.println();
        out.println("Made from the configuration that is in force by `lamplight dpia`; docs/PRIVACY.md explains it.");
        out.println();
        out.println("Flow: exports of the sources → intake topics → streams application → core and analyst topics →"
                + " reporting database → views.");
        out.println("Names, contact details, free text, exact places and the sources' own ids stay in the exports.");
        out.println();
        out.println("## Retention of reports");
        out.println();
        inventory
                .retentions()
                .forEach((source, kept) -> out.println(
                        "- " + source + ": " + Durations.words(kept) + " after a report was last received"));
        out.println("- withdrawn reports: gone from topics and state within "
                + Durations.words(config.retention().erasure().within()));
        out.println("- backups, and what PostgreSQL has not vacuumed yet: as the operator sets them; not known here");
        out.println();
        out.println("## What is held");
        out.println();
        table.printMarkdown(out);
    }

    private static List<String> row(Entry entry) {
        return List.of(entry.place(), entry.what(), entry.data(), entry.kept(), entry.readers());
    }
}
