package org.lamplight.bench.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.storage.StringConverter;
import org.lamplight.bench.ingest.Landing.Work;
import org.lamplight.bench.servers.Rounds;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.bench.servers.Servers;
import org.lamplight.bench.servers.Worker;
import org.lamplight.schemas.Topics;

/** Measures what a row of an export costs until it is a record on its topic, beside others who do part of the same. */
public final class IngestCost {
    private static final String SOURCE = "source-retail";

    private IngestCost() {}

    /** Takes the number of rows and of rounds. */
    public static void main(String[] args) throws Exception {
        int rows = Integer.parseInt(args[0]);
        try (Scratch scratch = Scratch.create();
                Servers servers = Servers.start(scratch.path());
                Worker ours =
                        worker("folder-worker", servers, scratch, Map.of("sources.retail.mapping", mapping(scratch)));
                Worker theirs = worker("file-stream-worker", servers, scratch, Map.of())) {
            servers.prepare(List.of(Topics.REJECTED));
            Work work = new Work(RetailFile.write(scratch.path().resolve("made-up.csv"), rows), rows, servers);
            Landing folder = new Landing(
                    "folder connector (ours)",
                    "folder",
                    work,
                    ours,
                    (topic, file) -> folder(ours.connectors().get(SOURCE), topic, file));
            Landing fileStream = new Landing(
                    "FileStreamSource, no parsing",
                    "file-stream",
                    work,
                    theirs,
                    (topic, file) -> fileStream(theirs.connectors().get(SOURCE), topic, file));
            try (Resending producer = new Resending(folder)) {
                new Rounds(List.of(folder, fileStream, producer, new Parsing(work)))
                        .run(Integer.parseInt(args[1]))
                        .print(System.out);
            }
            System.out.printf(
                    "%nA record of ours takes %d bytes on its topic.%n",
                    servers.logBytes().get(folder.topic(0)) / rows);
        }
        // Kafka leaves threads behind.
        System.exit(0);
    }

    private static Worker worker(String name, Servers servers, Scratch scratch, Map<String, String> settings)
            throws IOException, InterruptedException {
        return Worker.start(servers, scratch.path().resolve(name), System.getProperty("java.class.path"), settings);
    }

    private static String mapping(Scratch scratch) throws IOException {
        Path file = scratch.path().resolve("twelve-columns.yaml");
        try (InputStream in = IngestCost.class.getResourceAsStream("twelve-columns.yaml")) {
            Files.copy(in, file);
        }
        return file.toString();
    }

    private static Map<String, String> folder(Map<String, String> usual, String topic, Path file) {
        Map<String, String> settings = new HashMap<>(usual);
        settings.put("inbox", file.getParent().toString());
        settings.put("topic", topic);
        return settings;
    }

    /** A transaction each half second, for by default each of its batches, of 2,000 lines, would be one. */
    private static Map<String, String> fileStream(Map<String, String> ours, String topic, Path file) {
        Map<String, String> settings = new HashMap<>();
        settings.put("connector.class", "org.apache.kafka.connect.file.FileStreamSourceConnector");
        settings.put("key.converter", StringConverter.class.getName());
        settings.put("value.converter", StringConverter.class.getName());
        settings.put("file", file.toString());
        settings.put("topic", topic);
        settings.put("tasks.max", ours.get("tasks.max"));
        settings.put("exactly.once.support", ours.get("exactly.once.support"));
        settings.put("transaction.boundary", "interval");
        settings.put("transaction.boundary.interval.ms", "500");
        return settings;
    }
}
