package org.lamplight.ingest.folder;

import static org.lamplight.ingest.source.Definitions.allow;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.lamplight.ingest.source.Definitions;
import org.lamplight.ingest.source.SourceSettings;

/**
 * The settings of a folder connector.
 *
 * @param source what every source has
 * @param folders where files lie on their way
 * @param files which names are this connector's
 * @param settle how long a file must rest before it is taken
 * @param pollInterval how long to wait before looking again, when there is nothing to do
 * @param batchRows rows to read before handing over their records, at most
 */
record FolderSettings(
        SourceSettings source,
        Folders folders,
        PathMatcher files,
        Duration settle,
        Duration pollInterval,
        int batchRows) {
    static final String INBOX = "inbox";
    static final String FILES = "files";
    static final String DONE = "done.dir";
    static final String FAILED = "failed.dir";
    static final String SETTLE = "settle.ms";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String BATCH_ROWS = "batch.rows";

    private static final String CLAIMED = ".claimed";

    static final ConfigDef DEFINITIONS = define(SourceSettings.define(new ConfigDef()));

    static FolderSettings of(Map<String, String> properties) {
        AbstractConfig config = new AbstractConfig(DEFINITIONS, properties, false);
        Path inbox = Path.of(config.getString(INBOX)).toAbsolutePath().normalize();
        return new FolderSettings(
                SourceSettings.of(config),
                new Folders(
                        inbox,
                        inbox.resolve(CLAIMED),
                        beside(inbox, config.getString(DONE)),
                        beside(inbox, config.getString(FAILED))),
                glob(config.getString(FILES)),
                Duration.ofMillis(config.getLong(SETTLE)),
                Duration.ofMillis(config.getLong(POLL_INTERVAL)),
                config.getInt(BATCH_ROWS));
    }

    private static ConfigDef define(ConfigDef settings) {
        new Definitions(settings, "Folder")
                .required(INBOX, ConfigDef.Type.STRING, allow("a folder", FolderSettings::checkFolder), """
                        The folder on the worker that the source's files are put into; made if it is missing. Write a \
                        file elsewhere on the same disk and rename it into the inbox, or let its name begin with a dot \
                        or end in .tmp, .part or .partial until it is finished. While a file is read it lies in \
                        .claimed inside the inbox.""")
                .optional(
                        FILES,
                        ConfigDef.Type.STRING,
                        "*",
                        allow("a pattern", FolderSettings::glob),
                        Importance.MEDIUM,
                        """
                        Which names are this connector's, as a pattern such as retail-*.csv. No two connectors may \
                        take the same file.""")
                .optional(DONE, ConfigDef.Type.STRING, "done", new ConfigDef.NonEmptyString(), Importance.LOW, """
                        Where files lie that were read, once all their records are committed: a folder on the same \
                        file system, seen from the inbox. The connector deletes nothing; `lamplight` does after \
                        retention.files, and elsewhere that is for you to do.""")
                .optional(FAILED, ConfigDef.Type.STRING, "failed", new ConfigDef.NonEmptyString(), Importance.LOW, """
                        Where files lie that were refused as a whole: a folder on the same file system, seen from the \
                        inbox.""")
                .optional(SETTLE, ConfigDef.Type.LONG, 500L, Range.atLeast(0), Importance.MEDIUM, """
                        How long, in milliseconds, a file's size and time must rest before it is taken.""")
                .optional(POLL_INTERVAL, ConfigDef.Type.LONG, 25L, Range.atLeast(1), Importance.LOW, """
                        How long, in milliseconds, to wait before looking into the inbox again when it was empty.""")
                .optional(BATCH_ROWS, ConfigDef.Type.INT, 10_000, Range.between(1, 100_000), Importance.LOW, """
                        How many rows to read, at most, before their records are handed to Kafka Connect.""");
        return settings;
    }

    /** Where the files lie that a connector with this inbox has finished with. */
    static List<Path> finished(Path inbox, Map<String, String> properties) {
        return Stream.of(DONE, FAILED)
                .map(name -> properties.getOrDefault(
                        name, (String) DEFINITIONS.defaultValues().get(name)))
                .map(folder -> beside(inbox, folder))
                .toList();
    }

    private static Path beside(Path inbox, String folder) {
        return inbox.resolve(folder).normalize();
    }

    private static PathMatcher glob(Object pattern) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern);
    }

    private static void checkFolder(Object name) {
        Path folder = Path.of((String) name);
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IllegalArgumentException(folder + " is a file; give a folder.");
        }
    }
}
