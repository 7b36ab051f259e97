package org.lamplight.local.commands;

import java.time.Duration;
import java.util.Locale;
import org.lamplight.local.Logs;
import org.lamplight.local.Platform;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.StartException;

/** Starts everything, works until Ctrl-C, and stops everything. */
final class Run {
    private static final Duration REFRESH = Duration.ofSeconds(2);

    private final LamplightConfig config;
    private final Console console;

    Run(LamplightConfig config, Console console) {
        this.config = config;
        this.console = console;
    }

    /** What is done when everything has started, before waiting for Ctrl-C. */
    interface Work {
        /**
         * Does it.
         *
         * @param platform what has started
         * @param signal ends the work
         * @return what is to be closed before the platform
         */
        AutoCloseable begin(Platform platform, StopSignal signal) throws Exception;
    }

    void until(Work work) throws Exception {
        StopSignal signal = StopSignal.listen();
        try {
            Logs.to(config.data().logs());
            start(signal, work);
        } finally {
            signal.stopped();
        }
    }

    private void start(StopSignal signal, Work work) throws Exception {
        console.out().println("Starting Lamplight in " + config.data().root());
        long began = System.nanoTime();
        Platform platform;
        try {
            platform = Platform.start(config, console.clock(), this::ready);
        } catch (StartException e) {
            if (signal.asked()) {
                return;
            }
            throw e;
        }
        try {
            Summary.print(platform, Duration.ofNanos(System.nanoTime() - began), console.out());
            work(work, platform, signal);
        } finally {
            signal.asked();
            console.out().println("Stopping …");
            platform.close();
            console.out()
                    .println("Stopped. Everything is kept in " + config.data().root());
        }
    }

    private void work(Work work, Platform platform, StopSignal signal) throws Exception {
        AutoCloseable working = work.begin(platform, signal);
        try {
            watch(platform, signal);
        } finally {
            working.close();
        }
    }

    private void watch(Platform platform, StopSignal signal) {
        try (Watch watch = new Watch(platform, console)) {
            while (!signal.await(REFRESH)) {
                watch.refresh();
            }
        }
    }

    private synchronized void ready(String part, Duration took) {
        console.out().printf(Locale.ROOT, "  %-12s %.1f s%n", part, took.toMillis() / 1000.0);
    }
}
