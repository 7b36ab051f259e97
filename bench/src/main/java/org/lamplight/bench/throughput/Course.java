package org.lamplight.bench.throughput;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.bench.servers.Servers;
import org.lamplight.bench.servers.Took;
import org.lamplight.schemas.Topics;

/** A broker and a registry in this process, with a backlog, over which one contender after another runs. */
final class Course implements AutoCloseable {
    private static final int PARTITIONS = 4;
    private static final String INTAKE = "intake.";

    private final Scratch scratch;
    private final Servers servers;
    private final Admin admin;
    private final Backlog.Summary backlog;

    private Course(Scratch scratch, Servers servers, Backlog.Summary backlog) {
        this.scratch = scratch;
        this.servers = servers;
        this.backlog = backlog;
        admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrapServers()));
    }

    /** Prepares one, see {@link Backlog#send}. */
    static Course prepare(int reports, boolean corrected) throws Exception {
        Scratch scratch = Scratch.create();
        Servers servers = Servers.start(scratch.path());
        try {
            servers.prepare(Topics.ALL);
            return new Course(scratch, servers, Backlog.send(servers, reports, corrected));
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /**
     * Lets a contender run from the beginning, and removes all that it leaves.
     *
     * @throws IllegalStateException if it fails, or if it does not count what the backlog comes to
     */
    Took run(Entry entry, int round, List<String> flags, String flink) throws Exception {
        String id = entry.name().replaceAll("[@+]", "-") + "-" + round;
        Orders orders = new Orders(
                entry.program(),
                servers.bootstrapServers(),
                servers.registry(),
                scratch.path().resolve(id),
                id,
                entry.commit(),
                backlog.reports());
        // By the time of its arrival: the days of the reports are long over.
        admin.createTopics(List.of(new NewTopic(orders.counts(), Optional.of(PARTITIONS), Optional.empty())
                        .configs(Map.of("message.timestamp.type", "LogAppendTime"))))
                .all()
                .get();
        Duration before = Servers.cpu();
        Took took = entry.run(orders, flags, flink);
        Duration broker = Servers.cpu().minus(before);
        if (entry.counts()) {
            check(entry, Counts.read(servers.bootstrapServers(), orders.counts()));
        }
        clear(id);
        return new Took(took.rows(), took.wall(), took.cpu(), broker);
    }

    private void check(Entry entry, Counts counted) {
        if (!counted.equals(backlog.counts())) {
            throw new IllegalStateException(
                    entry.name() + " has other counts than the backlog: " + counted + ", not " + backlog.counts());
        }
    }

    /** Removes all topics but the backlog's, with the files of a run, and makes those anew that all share. */
    private void clear(String id) throws InterruptedException, ExecutionException {
        admin.deleteTopics(admin.listTopics().names().get().stream()
                        .filter(topic -> !topic.startsWith(INTAKE))
                        .toList())
                .all()
                .get();
        servers.prepare(Topics.ALL);
        new Scratch(scratch.path().resolve(id)).close();
    }

    @Override
    public void close() {
        admin.close();
        servers.close();
        scratch.close();
    }
}
