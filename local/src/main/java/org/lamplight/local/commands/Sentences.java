package org.lamplight.local.commands;

import java.io.PrintWriter;
import java.util.List;
import org.lamplight.local.terminal.Table;

/** Prints headings, each with what there is to say and to be careful about. */
final class Sentences {
    private static final int HEADING = 0;
    private static final int EXPLANATION = 1;
    private static final int CAUTION = 2;

    private Sentences() {}

    /** Prints a table of heading, explanation and caution; of the last two either may be empty. */
    static void print(Table table, PrintWriter out) {
        for (List<String> row : table.rows()) {
            out.println(row.get(HEADING));
            printUnlessEmpty("  ", row.get(EXPLANATION), out);
            printUnlessEmpty("  Careful: ", row.get(CAUTION), out);
        }
        out.flush();
    }

    private static void printUnlessEmpty(String prefix, String text, PrintWriter out) {
        if (!text.isEmpty()) {
            out.println(prefix + text);
        }
    }
}
