package org.lamplight.local.commands;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lamplight.streams.rules.Calendar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight release}. */
@Command(
        name = "release",
        description = "Publish what is due to partners, and print what was released, coarsened and withheld, and why.")
final class ReleaseCommand implements Callable<Integer> {

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--dry-run", description = "Publish nothing; print what would be.")
    private boolean dryRun;

    @Option(names = "--as-of", paramLabel = "DATE", description = "As on this date; today by default.")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private TableFormat format;

    @Override
    public Integer call() {
        LocalDate today = Calendar.day(root.console().clock().instant());
        LocalDate date = asOf.orElse(today);
        if (!dryRun && date.isAfter(today)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--as-of " + date + " is still to come, and what is published stays. Add --dry-run.");
        }
        Releasing releasing = new Releasing(Database.releaseJob(root.config()), root.console(), format);
        return (dryRun ? releasing.dryRun(date) : releasing.publish(date)).code();
    }
}
