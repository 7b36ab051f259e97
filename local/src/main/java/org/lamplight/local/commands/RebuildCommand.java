package org.lamplight.local.commands;

import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.ConnectClient;
import org.lamplight.local.parts.Connectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight rebuild}. */
@Command(
        name = "rebuild",
        description = "Empty the tables that mirror topics and fill them anew from the topics, while Lamplight runs."
                + " Releases stay as they are.")
final class RebuildCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Override
    public void run() {
        new ConnectClient(Addresses.of(root.config()).connect()).startOver(Connectors.SINK);
        root.console().out().println("The tables are emptied and being filled anew.");
    }
}
