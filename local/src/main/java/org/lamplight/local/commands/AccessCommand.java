package org.lamplight.local.commands;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.lamplight.local.ExitCode;
import org.lamplight.local.access.Access;
import org.lamplight.local.access.Step;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight access}. */
@Command(
        name = "access",
        description = "Who may do what on the Kafka cluster and in the reporting database (docs/ACCESS.md).",
        subcommands = {AccessCommand.Plan.class, AccessCommand.Apply.class, AccessCommand.Check.class})
final class AccessCommand implements Runnable {
    private static final List<Column> STEPS =
            List.of(new Column("do", false), new Column("principal", false), new Column("what", false));

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(root.console().out());
    }

    private static Access connect(RootCommand root) {
        LamplightConfig config = root.config();
        return Access.connect(
                config, Database.logins(config).owner(), root.console().clock());
    }

    private static Table table(List<Step> steps) {
        return new Table(
                STEPS,
                steps.stream()
                        .map(step ->
                                List.of(step.action().name().toLowerCase(Locale.ROOT), step.principal(), step.detail()))
                        .toList());
    }

    /** {@code lamplight access plan}. */
    @Command(
            name = "plan",
            description = "Print every principal with all that it may do. Asks neither the cluster nor the database.")
    static final class Plan implements Runnable {
        private static final List<Column> COLUMNS =
                List.of(new Column("principal", false), new Column("may", false), new Column("on", false));

        @ParentCommand
        private AccessCommand parent;

        @Mixin
        private TableFormat format;

        @Override
        public void run() {
            List<List<String>> rows = Access.plan(parent.root.config()).stream()
                    .map(right -> List.of(right.principal(), right.may(), right.on()))
                    .toList();
            format.print(new Table(COLUMNS, rows), parent.root.console());
        }
    }

    /** {@code lamplight access check}. */
    @Command(
            name = "check",
            description = "List where the cluster and the database differ from the plan. Ends with 1 if they do.")
    static final class Check implements Callable<Integer> {
        @ParentCommand
        private AccessCommand parent;

        @Mixin
        private TableFormat format;

        @Override
        public Integer call() {
            Console console = parent.root.console();
            List<Step> steps;
            try (Access access = connect(parent.root)) {
                steps = access.steps();
            }
            if (steps.isEmpty()) {
                console.out().println("Access is as planned.");
                return ExitCode.OK.code();
            }
            format.print(table(steps), console);
            console.err().println("To do this: lamplight access apply");
            return ExitCode.FAILED.code();
        }
    }

    /** {@code lamplight access apply}. */
    @Command(
            name = "apply",
            description = "Make the cluster and the database as planned. A new password is shown once and kept nowhere,"
                    + " but for those of parts of Lamplight that run here;"
                    + " rights that our principals have and should not are taken away.")
    static final class Apply implements Callable<Integer> {
        @ParentCommand
        private AccessCommand parent;

        @Spec
        private CommandSpec spec;

        @Option(
                names = "--rotate",
                paramLabel = "PRINCIPAL",
                description = "Give this principal new secrets; the old ones are void at once.")
        private Set<String> rotate = new HashSet<>();

        @Option(
                names = "--secrets-dir",
                paramLabel = "DIR",
                description = "Write new secrets into files there, which only you can read, instead of showing them.")
        private Optional<Path> directory = Optional.empty();

        @Override
        public Integer call() {
            Console console = parent.root.console();
            try (Access access = connect(parent.root)) {
                refuseUnknown(access.logins());
                List<Step> steps = access.apply(
                        rotate, directory.map(SecretsHandover::to).orElseGet(() -> SecretsHandover.show(console)));
                table(steps).print(console.out());
                console.out().println("Access is as planned.");
                return ExitCode.OK.code();
            }
        }

        private void refuseUnknown(Set<String> known) {
            Set<String> unknown =
                    rotate.stream().filter(name -> !known.contains(name)).collect(Collectors.toSet());
            if (!unknown.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(),
                        "There is no principal " + String.join(", ", unknown)
                                + " whose secrets could be renewed; there are "
                                + known.stream().sorted().collect(Collectors.joining(", ")) + ".");
            }
        }
    }
}
