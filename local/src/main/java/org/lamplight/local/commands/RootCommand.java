package org.lamplight.local.commands;

import com.typesafe.config.Config;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lamplight.local.config.ConfigFile;
import org.lamplight.local.config.ConfigReader;
import org.lamplight.local.config.LamplightConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: prints what there is. Holds what every subcommand needs. */
@Command(
        name = "lamplight",
        description = "A Kafka-based community-safety pipeline: reports in, hotspots and trends out.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            DemoCommand.class,
            HotspotsCommand.class,
            AlertsCommand.class,
            TrendsCommand.class,
            PilotCommand.class,
            SourcesCommand.class,
            TraceCommand.class,
            WithdrawCommand.class,
            RetentionCommand.class,
            RebuildCommand.class,
            DpiaCommand.class,
            ReleaseCommand.class,
            ReleasesCommand.class,
            WebhooksCommand.class,
            AreasCommand.class,
            TopicsCommand.class,
            AccessCommand.class,
            TokenCommand.class,
            ConfigCommand.class,
            DoctorCommand.class,
            EvaluateCommand.class,
            StreamsCommand.class,
            ReportingCommand.class,
            VersionCommand.class
        })
public final class RootCommand implements Runnable {
    private final Path home;
    private final Map<String, String> environment;
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The configuration file; lamplight.conf beside the lamplight command by default.")
    private Optional<Path> file = Optional.empty();

    /**
     * The root of the command line.
     *
     * @param home directory of lamplight.conf, from which relative paths start
     * @param environment the process's environment
     * @param console where output goes
     */
    public RootCommand(Path home, Map<String, String> environment, Console console) {
        this.home = home;
        this.environment = environment;
        this.console = console;
    }

    @Override
    public void run() {
        spec.commandLine().usage(console.out());
    }

    /** What is set, with origins. */
    Config settings() {
        return ConfigFile.read(file.orElse(home.resolve("lamplight.conf")), environment);
    }

    /** The checked configuration. */
    LamplightConfig config() {
        return ConfigReader.read(settings(), home);
    }

    Console console() {
        return console;
    }
}
