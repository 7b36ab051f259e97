package org.lamplight.local.e2e;

import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lamplight.local.Lamplight;
import org.lamplight.local.commands.Console;

/** A command that runs one part until it is interrupted, as Ctrl-C does. */
final class RunningCommand implements AutoCloseable {
    private static final Pattern MONITORING = Pattern.compile("Monitoring is at (http://\\S+?)\\. ");

    private final StringWriter out = new StringWriter();
    private final FutureTask<Integer> command;
    private final Thread thread;

    /** Starts it with the configuration that is in a directory. */
    RunningCommand(Path home, String name) {
        Console console = new Console(new PrintWriter(out), new PrintWriter(out), false, Clock.systemUTC());
        command = new FutureTask<>(
                () -> Lamplight.commandLine(home, Map.of(), console).execute(name));
        thread = new Thread(command, name);
        thread.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> printed().find());
    }

    /** Where it says how it is. */
    URI monitoring() {
        Matcher printed = printed();
        if (!printed.find()) {
            throw new IllegalStateException(out.toString());
        }
        return URI.create(printed.group(1));
    }

    /** Asks it to stop, and gives its exit code. */
    int stop() throws InterruptedException, ExecutionException {
        thread.interrupt();
        return command.get();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private Matcher printed() {
        return MONITORING.matcher(out.toString());
    }
}
