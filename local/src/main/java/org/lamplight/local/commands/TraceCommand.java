package org.lamplight.local.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.lamplight.ingest.mapping.OwnIds;
import org.lamplight.ingest.source.ReportRecords;
import org.lamplight.ingest.source.Sha256;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.parts.TopicScan;
import org.lamplight.local.terminal.ProgressLine;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code lamplight trace}. Knows keys and headers of records only: none is decoded. */
@Command(name = "trace", description = "Print which reports came of a file, or which files a report came from.")
final class TraceCommand implements Runnable {
    private static final Pattern SHA256 = Pattern.compile("\\p{XDigit}{64}");
    private static final List<Column> COLUMNS = List.of(
            new Column("source", false),
            new Column("pseudonym", false),
            new Column("taken at", false),
            new Column("file", false),
            new Column("line", true),
            new Column("sha256", false));

    @ParentCommand
    private RootCommand root;

    @Spec
    private CommandSpec spec;

    @Mixin
    private TableFormat format;

    @Parameters(
            paramLabel = "FILE|SHA-256|PSEUDONYM",
            description = "A file, the SHA-256 of one as logs and tables have it, or a pseudonym of analyst.incident.")
    private String wanted;

    /** A record of a report: by which row it came. */
    private record Row(String source, String pseudonym, Instant taken, String file, long line, String sha256) {
        static Row of(ConsumerRecord<String, byte[]> found) {
            String[] key = found.key().split("/", 2);
            return new Row(
                    key[0],
                    key[1],
                    Instant.ofEpochMilli(found.timestamp()).truncatedTo(ChronoUnit.SECONDS),
                    header(found, ReportRecords.FILE),
                    Long.parseLong(header(found, ReportRecords.LINE)),
                    header(found, ReportRecords.SHA256));
        }

        List<String> cells() {
            return List.of(source, pseudonym, taken.toString(), file, Long.toString(line), sha256);
        }
    }

    @Override
    public void run() {
        LamplightConfig config = root.config();
        Console console = root.console();
        Predicate<Row> chosen = chosen();
        List<Row> rows = new ArrayList<>();
        try (ProgressLine progress = new ProgressLine(console.err(), console.terminal(), console.clock())) {
            new TopicScan(KafkaLogin.client(config, Principals.RETENTION), progress)
                    .read(Topics.INTAKE.stream().map(Topic::name).toList(), found -> {
                        // A withdrawal by hand, and what no connector of ours wrote, is of no file.
                        if (found.value() != null && found.headers().lastHeader(ReportRecords.SHA256) != null) {
                            Row row = Row.of(found);
                            if (chosen.test(row)) {
                                rows.add(row);
                            }
                        }
                    });
        }
        rows.sort(Comparator.comparing(Row::taken).thenComparing(Row::file).thenComparingLong(Row::line));
        format.print(new Table(COLUMNS, rows.stream().map(Row::cells).toList()), console);
    }

    private Predicate<Row> chosen() {
        String digits = wanted.toLowerCase(Locale.ROOT);
        Path file = Path.of(wanted);
        if (Files.isRegularFile(file)) {
            String sha256 = sha256(file);
            return row -> row.sha256.equals(sha256);
        }
        if (SHA256.matcher(digits).matches()) {
            return row -> row.sha256.equals(digits);
        }
        try {
            String pseudonym = OwnIds.pseudonym(digits);
            return row -> row.pseudonym.equals(pseudonym);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    wanted + " is no file, no SHA-256 (64 hex digits), and no pseudonym (32 hex digits).",
                    e);
        }
    }

    private static String sha256(Path file) {
        try {
            return Sha256.of(file);
        } catch (IOException e) {
            throw new StartException("The file " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
