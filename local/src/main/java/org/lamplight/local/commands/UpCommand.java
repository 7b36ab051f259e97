package org.lamplight.local.commands;

import java.util.concurrent.Callable;
import org.lamplight.local.config.LamplightConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight up}. */
@Command(name = "up", description = "Run everything on your own exports, until Ctrl-C.")
final class UpCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Override
    public Integer call() throws Exception {
        LamplightConfig config = root.config();
        new DemoData(config.data()).refuse();
        return new Run(config, root.console())
                .until((platform, signal) -> () -> {})
                .code();
    }
}
