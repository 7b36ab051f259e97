package org.lamplight.local.commands;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight version}. */
@Command(name = "version", description = "Print which version this is.")
final class VersionCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Override
    public void run() {
        for (String line : new Version().getVersion()) {
            root.console().out().println(line);
        }
    }
}
