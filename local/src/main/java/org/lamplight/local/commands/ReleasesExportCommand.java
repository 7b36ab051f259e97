package org.lamplight.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.StartException;
import org.lamplight.release.PublishedReleases;
import org.lamplight.release.ReleaseDocument;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight releases export}. */
@Command(
        name = "export",
        description =
                "Write what one council gets of a release: its own rows and the county's, as its webhook has them.")
final class ReleasesExportCommand implements Runnable {
    /** How the rows are written. */
    enum Format {
        csv,
        json
    }

    @ParentCommand
    private ReleasesCommand parent;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--council",
            required = true,
            paramLabel = "COUNCIL",
            description = "Name or code of a council; county for the force area.")
    private String council;

    @Option(names = "--release", paramLabel = "RELEASE", description = "The release; the newest by default.")
    private Optional<String> release = Optional.empty();

    @Option(names = "--format", defaultValue = "csv", paramLabel = "FORMAT", description = "csv (by default) or json.")
    private Format format;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to; standard output by default.")
    private Optional<Path> out = Optional.empty();

    @Override
    public void run() {
        ReleaseDocument document = document();
        byte[] written = format == Format.csv ? document.csv() : document.json();
        if (out.isPresent()) {
            write(out.get(), written);
        } else {
            parent.root().console().out().print(new String(written, StandardCharsets.UTF_8));
            parent.root().console().out().flush();
        }
    }

    private ReleaseDocument document() {
        LamplightConfig config = parent.root().config();
        String recipient = new Partners(config, spec.commandLine()).recipient(council);
        return Jdbi.create(Database.logins(config).of(Principals.RELEASE))
                .withHandle(handle -> release.or(() -> PublishedReleases.newest(handle))
                        .flatMap(id -> PublishedReleases.find(handle, id, recipient)))
                .orElseThrow(() -> new StartException(release.map(id -> "The release " + id + " is not published.")
                                .orElse("Nothing is published yet.")
                        + " lamplight releases lists what is."));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
