package org.lamplight.local;

import org.lamplight.local.commands.Console;
import org.lamplight.local.config.InvalidConfigException;
import org.lamplight.local.parts.StartException;
import org.lamplight.release.ReleaseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into a sentence and an exit code. */
final class Failures implements IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.error("{} failed", command.getCommandName(), failure);
        console.err().println(failure.getMessage() == null ? failure.toString() : failure.getMessage());
        return code(failure).code();
    }

    private ExitCode code(Exception failure) {
        if (failure instanceof InvalidConfigException) {
            return ExitCode.CONFIGURATION;
        }
        if (failure instanceof ParameterException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof StartException || failure instanceof ReleaseException) {
            return ExitCode.UNAVAILABLE;
        }
        console.err().println("This should not happen (" + failure.getClass().getSimpleName() + ").");
        return ExitCode.FAILED;
    }
}
