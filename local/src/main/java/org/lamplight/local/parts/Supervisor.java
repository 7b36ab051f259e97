package org.lamplight.local.parts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Watches connectors and starts those again that gave up, waiting longer each time. */
public final class Supervisor implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
    private static final Duration INTERVAL = Duration.ofSeconds(5);
    private static final int LONGEST_WAIT = 12;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lamplight-supervisor"));
    private final ScheduledFuture<?> watch;
    private final ConnectClient client;
    private final Collection<String> connectors;
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Integer> wait = new HashMap<>();
    private volatile List<String> troubles = List.of();

    /** Begins to watch these connectors. */
    public Supervisor(ConnectClient client, Collection<String> connectors) {
        this.client = client;
        this.connectors = List.copyOf(connectors);
        this.watch = thread.scheduleWithFixedDelay(
                this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** What does not work at the moment, in sentences. */
    public List<String> troubles() {
        return troubles;
    }

    @Override
    public void close() {
        watch.cancel(true);
        thread.shutdownNow();
    }

    private void look() {
        List<String> found = new ArrayList<>();
        try {
            for (String connector : connectors) {
                if (client.states(connector).stream().anyMatch(ConnectClient.State::failed)) {
                    found.add("The connector " + connector + " has failed and is started again; connect.log says why.");
                    restart(connector);
                } else {
                    failures.remove(connector);
                    wait.remove(connector);
                }
            }
        } catch (RuntimeException e) {
            // The next look may succeed; an exception that left here would end the watch for good.
            LOG.warn("The connectors cannot be watched.", e);
            found.add("Connect does not answer.");
        }
        troubles = List.copyOf(found);
    }

    private void restart(String connector) {
        if (wait.merge(connector, -1, Integer::sum) > 0) {
            return;
        }
        int count = failures.merge(connector, 1, Integer::sum);
        wait.put(connector, Math.min(1 << Math.min(count, 10), LONGEST_WAIT));
        LOG.warn("Starting {} again, attempt {}.", connector, count);
        client.restartFailed(connector);
    }
}
