package org.lamplight.local.commands;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.lamplight.local.Logs;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.Reporting;
import org.lamplight.local.parts.Secrets;
import org.lamplight.reporting.ReportingServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight reporting}. */
@Command(
        name = "reporting",
        description = "Run only the reporting service, with its pages, on the reporting database that is configured.")
final class ReportingCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(2);

    @ParentCommand
    private RootCommand root;

    @Override
    public Integer call() throws Exception {
        LamplightConfig config = root.config();
        Console console = root.console();
        StopSignal signal = StopSignal.listen();
        Logs.to(config.data().logs());
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        DatabaseLogins logins = new DatabaseLogins(config, Addresses.of(config), secrets);
        try (ReportingServer server =
                Reporting.start(config, logins, AreaBooks.read(config), secrets, console.clock())) {
            console.out().println("The reporting service answers at " + server.address() + ". Ctrl-C stops it.");
            console.out().flush();
            boolean stopped = false;
            while (!stopped) {
                stopped = signal.await(LOOK);
            }
            return 0;
        } finally {
            signal.stopped();
        }
    }
}
