package org.lamplight.local.commands;

import java.util.List;
import java.util.Locale;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.privacy.Removed;
import org.lamplight.local.privacy.Retention;
import org.lamplight.local.terminal.Durations;
import org.lamplight.local.terminal.ProgressLine;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight retention}. */
@Command(
        name = "retention",
        description =
                "Remove what was kept as long as it may be, and print how much that was; lamplight up does it daily.")
final class RetentionCommand implements Runnable {
    private static final List<Column> COLUMNS = List.of(
            new Column("source", false),
            new Column("store", false),
            new Column("removed", true),
            new Column("older than", false));

    @ParentCommand
    private RootCommand root;

    @Option(names = "--dry-run", description = "Only print what would be removed.")
    private boolean dryRun;

    @Mixin
    private TableFormat format;

    @Override
    public void run() {
        LamplightConfig config = root.config();
        Console console = root.console();
        List<Removed> removed;
        try (ProgressLine progress = new ProgressLine(console.err(), console.terminal(), console.clock())) {
            Retention retention = new Retention(
                    config,
                    KafkaLogin.client(config, Principals.RETENTION),
                    Database.logins(config).of(Principals.RETENTION),
                    console.clock(),
                    progress);
            removed = dryRun ? retention.dryRun() : retention.run();
        }
        if (removed.isEmpty()) {
            console.out().println("Nothing is due.");
        } else {
            format.print(
                    new Table(
                            COLUMNS, removed.stream().map(RetentionCommand::row).toList()),
                    console);
        }
    }

    private static List<String> row(Removed removed) {
        return List.of(
                removed.source(),
                removed.store(),
                String.format(Locale.ROOT, "%d", removed.count()),
                Durations.words(removed.olderThan()));
    }
}
