package org.lamplight.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.lamplight.ingest.mapping.CheckReport;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.MappingException;
import org.lamplight.ingest.mapping.RowMapper;
import org.lamplight.ingest.mapping.SourceCheck;
import org.lamplight.ingest.rows.RowReader;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.terminal.ProgressLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code lamplight sources check}. */
@Command(
        name = "check",
        description = "Say what would become of an export's rows under a mapping. Nothing is sent anywhere.")
final class SourceCheckCommand implements Callable<Integer> {
    /** Pseudonyms are made and thrown away, so any key will do. */
    private static final byte[] ANY_KEY = new byte[RowMapper.SHORTEST_KEY];

    @ParentCommand
    private SourcesCommand parent;

    @Parameters(paramLabel = "FILE", description = "The export.")
    private Path file;

    @Option(
            names = "--mapping",
            required = true,
            paramLabel = "MAPPING",
            description = "Name of a shipped mapping, or a mapping file (docs/MAPPINGS.md).")
    private String mapping;

    @Override
    public Integer call() {
        Console console = parent.root().console();
        new CheckPrinter(console.out()).print(check(readMapping(), console));
        return 0;
    }

    private Mapping readMapping() {
        try {
            return Mapping.read(mapping);
        } catch (MappingException e) {
            throw new StartException(e.getMessage(), e);
        }
    }

    private CheckReport check(Mapping read, Console console) {
        RowMapper mapper = new RowMapper(read, AreaBooks.read(parent.root().config()), ANY_KEY, console.clock());
        try (FileChannel channel = FileChannel.open(file);
                RowReader rows =
                        RowReader.open(Channels.newInputStream(channel), read.format(), read.requiredColumns());
                ProgressLine progress = new ProgressLine(console.err(), console.terminal(), console.clock())) {
            long bytes = channel.size();
            return SourceCheck.run(mapper, rows, row -> progress.update("Checking", position(channel), bytes));
        } catch (IOException e) {
            throw new StartException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static long position(FileChannel channel) {
        try {
            return channel.position();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
