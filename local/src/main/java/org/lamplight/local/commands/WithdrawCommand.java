package org.lamplight.local.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.OwnIds;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.SourceConfig;
import org.lamplight.local.parts.PseudonymKey;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.privacy.Withdrawal;
import org.lamplight.local.terminal.Durations;
import org.lamplight.local.terminal.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight withdraw}. */
@Command(
        name = "withdraw",
        description = "Erase reports from a Lamplight that runs, and never take them again (docs/PRIVACY.md).")
final class WithdrawCommand implements Runnable {
    private static final int SHOWN = 10;

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Option(names = "--source", required = true, paramLabel = "SOURCE", description = "The source of the reports.")
    private String source;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "A file with an id on each line, instead of or beside those given here.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--pseudonyms",
            description = "The ids are the pseudonyms of analyst.incident, not the source's own.")
    private boolean pseudonyms;

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "The source's own id of a report; the parts of one that has several are joined by |.")
    private List<String> ids = List.of();

    @Override
    public void run() {
        LamplightConfig config = root.config();
        Console console = root.console();
        SourceConfig configured = configured(config);
        Mapping mapping = Mapping.read(configured.mapping());
        Map<String, String> idsByPseudonym = idsByPseudonym(config, configured, mapping);
        List<String> known;
        try (ProgressLine progress = new ProgressLine(console.err(), console.terminal(), console.clock())) {
            known = new Withdrawal(mapping, KafkaLogin.client(config, Principals.RETENTION), progress)
                    .erase(idsByPseudonym.keySet());
        }
        print(config, idsByPseudonym, known);
    }

    private SourceConfig configured(LamplightConfig config) {
        return config.sources().stream()
                .filter(each -> each.name().equals(source))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        source + " is no source of this configuration; there are "
                                + String.join(
                                        ", ",
                                        config.sources().stream()
                                                .map(SourceConfig::name)
                                                .toList())
                                + "."));
    }

    private Map<String, String> idsByPseudonym(LamplightConfig config, SourceConfig configured, Mapping mapping) {
        List<String> given = given();
        Map<String, String> ids = new LinkedHashMap<>();
        try {
            if (pseudonyms) {
                given.forEach(id -> ids.put(OwnIds.pseudonym(id), id));
            } else {
                OwnIds own = new OwnIds(mapping, PseudonymKey.of(config, configured));
                given.forEach(id -> ids.put(own.pseudonymOf(id), id));
            }
            return ids;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private List<String> given() {
        try (Stream<String> lines = file.isPresent() ? Files.lines(file.get()) : Stream.empty()) {
            List<String> given = Stream.concat(ids.stream(), lines)
                    .map(String::strip)
                    .filter(id -> !id.isEmpty())
                    .toList();
            if (given.isEmpty()) {
                throw new ParameterException(
                        spec.commandLine(), "No id is given: name some, or a file of them with --file.");
            }
            return given;
        } catch (IOException e) {
            throw new StartException("The file " + file.get() + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void print(LamplightConfig config, Map<String, String> idsByPseudonym, List<String> known) {
        var out = root.console().out();
        int all = idsByPseudonym.size();
        out.printf("%,d withdrawn: %,d known, %,d not known.%n", all, known.size(), all - known.size());
        List<String> unknown = idsByPseudonym.entrySet().stream()
                .filter(id -> !known.contains(id.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        if (!unknown.isEmpty()) {
            out.printf(
                    "Not known: %s%s. They are not taken if they come; if an id is mistyped, withdraw the right one too.%n",
                    String.join(", ", unknown.subList(0, Math.min(SHOWN, unknown.size()))),
                    unknown.size() > SHOWN ? ", …" : "");
        }
        out.printf(
                "Counts and tables follow in a moment. Topics and stores hold nothing of them after %s at the latest, the"
                        + " folders done and failed after %s.%n",
                Durations.words(config.retention().erasure().within()),
                Durations.words(config.retention().files()));
        out.flush();
    }
}
