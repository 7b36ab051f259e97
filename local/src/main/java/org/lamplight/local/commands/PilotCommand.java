package org.lamplight.local.commands;

import java.io.PrintWriter;
import java.util.Optional;
import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.local.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight pilot}. */
@Command(
        name = "pilot",
        description =
                "Print whether what was done in one place changed its counts: the evaluations of the configuration.")
final class PilotCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "One evaluation; all by default.")
    private Optional<String> name = Optional.empty();

    @Option(names = "--csv", description = "Print every figure as CSV.")
    private boolean csv;

    @Option(names = "--explain", description = "Say what each figure means.")
    private boolean explain;

    @Override
    public void run() {
        try (ReportingTables tables = Database.of(root.config())) {
            print(tables.evaluations(name));
        }
    }

    private void print(Table evaluations) {
        PrintWriter out = root.console().out();
        if (csv) {
            evaluations.printCsv(out);
        } else if (evaluations.rows().isEmpty()) {
            out.println(
                    "There is no such evaluation, or nothing to compare yet; docs/CONFIG.md says how to set one up.");
        } else {
            new EvaluationPage(evaluations, explain).lines().forEach(out::println);
        }
        out.flush();
    }
}
