package org.lamplight.bench.ingest;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Jvm;
import org.lamplight.bench.servers.Servers;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.servers.Took;

/** The limit: a producer alone, in a process of its own, that has what our connector has sent in its memory. */
final class Resending implements Contender, AutoCloseable {
    private final Landing ours;
    private Jvm jvm;

    Resending(Landing ours) {
        this.ours = ours;
    }

    @Override
    public String name() {
        return "producer alone, the same records";
    }

    @Override
    public Took run(int round) throws IOException, InterruptedException, ExecutionException {
        int rows = ours.work().rows();
        if (jvm == null) {
            jvm = Jvm.start(
                    System.getProperty("java.class.path"),
                    ours.work().file().resolveSibling("producer.log"),
                    Resender.class.getName(),
                    ours.work().servers().bootstrapServers(),
                    ours.topic(0),
                    Integer.toString(rows));
        }
        String topic = "producer-" + round;
        Took took;
        try (Arrivals arrivals = Arrivals.on(topic, ours.work().servers())) {
            Stopwatch watch = Stopwatch.start(jvm::cpu, Servers::cpu);
            jvm.tell(topic);
            arrivals.await(rows, jvm::check);
            took = watch.took(rows);
            arrivals.verify(rows);
        }
        Arrivals.delete(topic, ours.work().servers());
        return took;
    }

    @Override
    public void close() {
        if (jvm != null) {
            jvm.close();
        }
    }
}
