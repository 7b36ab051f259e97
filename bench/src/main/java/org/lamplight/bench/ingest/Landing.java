package org.lamplight.bench.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.BiFunction;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Servers;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.servers.Took;
import org.lamplight.bench.servers.Worker;

/**
 * A connector that waits for a file: from when the file lands until its last row can be read. Each round has a connector
 * and a topic of its own; the topic of the round that does not count stays.
 *
 * @param name as the table says it
 * @param slug how the names of its topics begin
 * @param work what is to be read
 * @param worker where it runs
 * @param settings the connector's, by its topic and the file that is to land
 */
record Landing(
        String name, String slug, Work work, Worker worker, BiFunction<String, Path, Map<String, String>> settings)
        implements Contender {

    /**
     * What every contender has to read.
     *
     * @param file the file
     * @param rows how many rows it has
     * @param servers to whose broker they go
     */
    record Work(Path file, int rows, Servers servers) {}

    String topic(int round) {
        return slug + "-" + round;
    }

    @Override
    public Took run(int round) throws IOException, InterruptedException, ExecutionException {
        String topic = topic(round);
        Path landing =
                Files.createDirectories(work.file().resolveSibling(topic)).resolve("export.csv");
        Took took;
        try (Arrivals arrivals = Arrivals.on(topic, work.servers())) {
            worker.put(topic, settings.apply(topic, landing));
            worker.awaitRunning(topic);
            Stopwatch watch = Stopwatch.start(worker::cpu, Servers::cpu);
            Files.createLink(landing, work.file());
            arrivals.await(work.rows(), () -> worker.check(topic));
            took = watch.took(work.rows());
            worker.delete(topic);
            arrivals.verify(work.rows());
        }
        if (round > 0) {
            Arrivals.delete(topic, work.servers());
        }
        return took;
    }
}
