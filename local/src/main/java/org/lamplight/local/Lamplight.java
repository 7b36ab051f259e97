package org.lamplight.local;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.lamplight.local.commands.Console;
import org.lamplight.local.commands.RootCommand;
import picocli.CommandLine;

/** The {@code lamplight} command. */
public final class Lamplight {
    private Lamplight() {}

    /** Runs a command and ends the process with its {@link ExitCode}. */
    public static void main(String[] args) {
        Console console = new Console(
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Boolean.getBoolean("lamplight.terminal"),
                Clock.systemUTC());
        Path home = Path.of(System.getProperty("lamplight.home", "")).toAbsolutePath();
        System.exit(commandLine(home, System.getenv(), console).execute(args));
    }

    /**
     * The command line.
     *
     * @param home directory of lamplight.conf, from which relative paths start
     * @param environment the process's environment
     * @param console where output goes
     */
    public static CommandLine commandLine(Path home, Map<String, String> environment, Console console) {
        return new CommandLine(new RootCommand(home, environment, console))
                .setOut(console.out())
                .setErr(console.err())
                .setExecutionExceptionHandler(new Failures(console));
    }
}
