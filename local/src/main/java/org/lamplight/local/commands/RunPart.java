package org.lamplight.local.commands;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.lamplight.local.Logs;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.LogFormat;
import org.lamplight.local.parts.Monitoring;
import org.lamplight.local.parts.Secrets;
import org.lamplight.monitoring.Health;

/** Starts one part, works until Ctrl-C or until it ends, and stops it. */
final class RunPart {
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final LamplightConfig config;
    private final Console console;
    private final AtomicReference<Part> part = new AtomicReference<>();

    RunPart(LamplightConfig config, Console console) {
        this.config = config;
        this.console = config.logs() == LogFormat.JSON ? console.aside() : console;
    }

    /** How a part is started. */
    interface Start {
        /** Starts it with the secrets that are in the data directory. */
        Part with(Secrets secrets, Monitoring monitoring);
    }

    /** Runs it, and returns the exit code. */
    int until(Start start) {
        StopSignal signal = StopSignal.listen();
        Logs.begin(config.logs(), config.data().logs());
        try (Monitoring monitoring = Monitoring.start(config, this::health);
                Part running = start.with(new Secrets(config.data().secrets(), new SecureRandom()), monitoring)) {
            part.set(running);
            console.out().println(running.says() + " Monitoring is at " + monitoring.address() + ". Ctrl-C stops it.");
            console.out().flush();
            boolean stopped = false;
            while (!stopped && running.ended().isEmpty()) {
                stopped = signal.await(LOOK);
            }
            // What closes the part must be able to wait.
            signal.asked();
            return running.ended().orElse(0);
        } finally {
            signal.stopped();
        }
    }

    private Health health() {
        return Optional.ofNullable(part.get()).map(Part::health).orElse(Health.STARTING);
    }
}
