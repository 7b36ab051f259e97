package org.lamplight.local.commands;

import java.security.SecureRandom;
import java.util.concurrent.Callable;
import org.lamplight.local.Logs;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.Streams;
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
    public Integer call() throws Exception {
        LamplightConfig config = root.config();
        Console console = root.console();
        StopSignal signal = StopSignal.listen();
        Logs.to(config.data().logs());
        Addresses addresses = Addresses.of(config);
        KafkaLogins logins =
                new KafkaLogins(config, addresses, new Secrets(config.data().secrets(), new SecureRandom()));
        try (Streams streams = Streams.start(
                config, addresses, logins.client(Principals.STREAMS), AreaBooks.read(config), console.clock())) {
            console.out().println("The streams application is running. Ctrl-C stops it.");
            return streams.awaitEnd().code();
        } catch (InterruptedException e) {
            return 0;
        } finally {
            signal.stopped();
        }
    }
}
