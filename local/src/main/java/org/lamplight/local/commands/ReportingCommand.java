package org.lamplight.local.commands;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.Monitoring;
import org.lamplight.local.parts.Reporting;
import org.lamplight.local.parts.Secrets;
import org.lamplight.monitoring.Health;
import org.lamplight.reporting.ReportingServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight reporting}. */
@Command(
        name = "reporting",
        description = "Run only the reporting service, with its pages, on the reporting database that is configured.")
final class ReportingCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    @Override
    public Integer call() {
        LamplightConfig config = root.config();
        return new RunPart(config, root.console()).until((secrets, monitoring) -> start(config, secrets, monitoring));
    }

    private Part start(LamplightConfig config, Secrets secrets, Monitoring monitoring) {
        DatabaseLogins logins = new DatabaseLogins(config, Addresses.of(config), secrets);
        monitoring.watch(logins.of(Principals.REPORTING));
        return new Running(Reporting.start(
                config, logins, AreaBooks.read(config), secrets, root.console().clock()));
    }

    private record Running(ReportingServer server) implements Part {
        @Override
        public String says() {
            return "The reporting service answers at " + server.address() + ".";
        }

        @Override
        public Health health() {
            return server.isReady() ? Health.RUNNING : Health.WAITING;
        }

        @Override
        public OptionalInt ended() {
            return OptionalInt.empty();
        }

        @Override
        public void close() {
            server.close();
        }
    }
}
