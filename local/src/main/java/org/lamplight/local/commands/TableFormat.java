package org.lamplight.local.commands;

import org.lamplight.local.terminal.Table;
import picocli.CommandLine.Option;

/** How a table is printed. */
final class TableFormat {
    @Option(names = "--csv", description = "Print CSV instead of a table for people.")
    private boolean csv;

    void print(Table table, Console console) {
        if (csv) {
            table.printCsv(console.out());
        } else {
            table.print(console.out());
        }
    }
}
