package org.lamplight.local.commands;

import java.nio.file.Path;
import java.util.Optional;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.build.AreaBookBuilder;
import org.lamplight.local.terminal.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight areas}. */
@Command(name = "areas", description = "Work on area books.", subcommands = AreasCommand.Build.class)
final class AreasCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(root.console().out());
    }

    /** {@code lamplight areas build}. */
    @Command(name = "build", description = "Build an area book from a definition and boundary files (docs/AREAS.md).")
    static final class Build implements Runnable {
        @ParentCommand
        private AreasCommand parent;

        @Parameters(paramLabel = "DEFINITION", description = "The definition of the book.")
        private Path definition;

        @Option(
                names = "--boundaries",
                paramLabel = "FOLDER",
                description = "Where the boundary files are that it names; its own folder by default.")
        private Optional<Path> boundaries = Optional.empty();

        @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the book is written.")
        private Path out;

        @Override
        public void run() {
            Console console = parent.root.console();
            Path folder = boundaries.orElseGet(() -> definition.toAbsolutePath().getParent());
            AreaBook book;
            try (ProgressLine progress = new ProgressLine(console.err(), console.terminal(), console.clock())) {
                book = new AreaBookBuilder(folder, progress::update).build(definition);
            }
            book.write(out);
            console.out().println(book.areas().size() + " areas are in " + out + ". To use it, set area-book = " + out);
        }
    }
}
