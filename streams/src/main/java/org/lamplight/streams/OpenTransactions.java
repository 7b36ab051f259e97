package org.lamplight.streams;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FenceProducersOptions;
import org.apache.kafka.clients.admin.ListTransactionsOptions;
import org.apache.kafka.clients.admin.TransactionListing;
import org.apache.kafka.clients.admin.TransactionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The transactions that a process left open when it was killed. Nobody reads past them, and nobody takes over its tasks,
 * until they time out; so the next process with the same state ends them first.
 */
public final class OpenTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(OpenTransactions.class);
    private static final int PATIENCE_MS = (int) Duration.ofSeconds(10).toMillis();

    // Kafka Streams keeps the id of its process with the state, and names transactions by application, process and
    // thread.
    private static final String PROCESS_FILE = "kafka-streams-process-metadata";
    private static final Pattern PROCESS = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private OpenTransactions() {}

    /**
     * Ends them. Only who has the state to itself may ask for that. Where it does not succeed, they end by themselves
     * later.
     *
     * @param stateDirectory the state of the process
     * @param application id of the application
     * @param settings of an admin client
     */
    public static void end(Path stateDirectory, String application, Map<String, Object> settings) {
        Optional<String> process = process(stateDirectory.resolve(application).resolve(PROCESS_FILE));
        if (process.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(settings)) {
            List<String> left = open(admin).stream()
                    .filter(id -> id.startsWith(application + "-" + process.get() + "-"))
                    .toList();
            if (!left.isEmpty()) {
                LOG.info("Ending the transactions {} of a process that was killed.", left);
                admin.fenceProducers(left, new FenceProducersOptions().timeoutMs(PATIENCE_MS))
                        .all()
                        .get();
            }
        } catch (ExecutionException e) {
            LOG.warn("Transactions that a killed process left open are ended only when they time out.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> open(Admin admin) throws ExecutionException, InterruptedException {
        ListTransactionsOptions ongoing = new ListTransactionsOptions().filterStates(Set.of(TransactionState.ONGOING));
        return admin.listTransactions(ongoing.timeoutMs(PATIENCE_MS)).all().get().stream()
                .map(TransactionListing::transactionalId)
                .toList();
    }

    private static Optional<String> process(Path file) {
        try {
            return Files.exists(file)
                    ? PROCESS.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .findFirst()
                    : Optional.empty();
        } catch (IOException e) {
            LOG.warn("The id of the process that used this state cannot be read.", e);
            return Optional.empty();
        }
    }
}
