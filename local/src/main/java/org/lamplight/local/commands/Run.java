package org.lamplight.local.commands;

import java.time.Duration;
import java.util.Locale;
import org.lamplight.local.ExitCode;
import org.lamplight.local.Logs;
import org.lamplight.local.Platform;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.LogFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts everything, works until Ctrl-C, and stops everything. */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final Duration REFRESH = Duration.ofSeconds(2);

    private final LamplightConfig config;
    private final Console console;

    Run(LamplightConfig config, Console console) {
        this.config = config;
        this.console = config.logs() == LogFormat.JSON ? console.aside() : console;
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

    /** Runs until Ctrl-C, or until a part ends that nothing works without. */
    ExitCode until(Work work) throws Exception {
        StopSignal signal = StopSignal.listen();
        try {
            config.data().create();
            Logs.begin(config.logs(), config.data().logs());
            return start(signal, work);
        } catch (RuntimeException e) {
            // Whatever was interrupted by Ctrl-C may say so in its own way.
            if (signal.asked()) {
                LOG.info("Stopped early.", e);
                return ExitCode.OK;
            }
            throw e;
        } finally {
            signal.stopped();
        }
    }

    private ExitCode start(StopSignal signal, Work work) throws Exception {
        console.out().println("Starting Lamplight in " + config.data().root());
        long began = System.nanoTime();
        Platform platform = Platform.start(config, console.clock(), this::ready);
        try {
            Summary.print(platform, Duration.ofNanos(System.nanoTime() - began), console.out());
            work(work, platform, signal);
            return platform.hasEnded() ? ExitCode.FAILED : ExitCode.OK;
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
            platform.beginReleases();
            watch(platform, signal);
        } finally {
            signal.asked();
            working.close();
        }
    }

    private void watch(Platform platform, StopSignal signal) {
        try (Watch watch = new Watch(platform, console)) {
            while (!signal.await(REFRESH) && !platform.hasEnded()) {
                watch.refresh();
            }
        }
        if (platform.hasEnded()) {
            console.err().println("The streams application has ended; streams.log says why. Then start again.");
        }
    }

    private synchronized void ready(String part, Duration took) {
        console.out().printf(Locale.ROOT, "  %-12s %.1f s%n", part, took.toMillis() / 1000.0);
    }
}
