package org.lamplight.local.commands;

import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.Streams;
import org.lamplight.monitoring.Health;
import org.lamplight.streams.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight streams}. */
@Command(
        name = "streams",
        description =
                "Run only the streams application, against the Kafka cluster and the registry that are configured.")
final class StreamsCommand implements Callable<Integer> {
    @ParentCommand
    private RootCommand root;

    /** Ends with the streams application's own exit code. */
    @Override
    public Integer call() {
        LamplightConfig config = root.config();
        return new RunPart(config, root.console()).until((secrets, monitoring) -> start(config, secrets));
    }

    private Part start(LamplightConfig config, Secrets secrets) {
        Addresses addresses = Addresses.of(config);
        KafkaLogins logins = new KafkaLogins(config, addresses, secrets);
        Streams streams = Streams.start(
                config,
                addresses,
                logins.client(Principals.STREAMS),
                AreaBooks.read(config),
                root.console().clock());
        return new Running(streams);
    }

    private record Running(Streams streams) implements Part {
        @Override
        public String says() {
            return "The streams application is running.";
        }

        @Override
        public Health health() {
            return streams.health();
        }

        @Override
        public OptionalInt ended() {
            return streams.ended().stream().mapToInt(Exit::code).findFirst();
        }

        @Override
        public void close() {
            streams.close();
        }
    }
}
