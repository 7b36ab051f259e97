package org.lamplight.local.commands;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.Reporting;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.StartException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight token}. */
@Command(
        name = "token",
        description = "Print a token for the reporting service: to be sent as a bearer, or as a password.")
final class TokenCommand implements Runnable {
    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "READER",
            description = "analyst, opfcc, or the name or code of a council, which sees what was released to it.")
    private String reader;

    @Option(
            names = "--for",
            paramLabel = "NAME",
            description = "Whose it is, for the access log; the reader by default.")
    private String subject;

    @Option(
            names = "--hours",
            paramLabel = "HOURS",
            defaultValue = "24",
            description = "For how long it is valid; ${DEFAULT-VALUE} by default.")
    private int hours;

    @Override
    public void run() {
        LamplightConfig config = root.config();
        if (!Files.exists(config.data().secrets())) {
            throw StartException.neverStarted(config.data());
        }
        String audience = Set.of(Principals.ANALYST, Principals.OPFCC).contains(reader) ? reader : council(config);
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        String token = Reporting.tokens(secrets, root.console().clock())
                .issue(subject == null ? reader : subject, audience, Duration.ofHours(hours));
        root.console().out().println(token);
    }

    private String council(LamplightConfig config) {
        String code = new Partners(config, spec.commandLine()).recipient(reader);
        if (!Principals.councils(AreaBooks.read(config)).containsKey(code)) {
            throw new ParameterException(
                    spec.commandLine(),
                    reader + " is no council: what was released for the county"
                            + " is seen by every council, and by everybody with reporting.public-releases = true.");
        }
        return "council:" + code;
    }
}
