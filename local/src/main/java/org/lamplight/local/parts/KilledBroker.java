package org.lamplight.local.parts;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.utils.Time;

/**
 * What a broker leaves that was killed: a controller that takes it for alive and for the leader of every partition.
 *
 * <p>Starting over such a state is slow, for the new broker must wait until the old one's session has run out, and not
 * safe. The transaction coordinator finishes transactions that were being committed, and while leadership passes from
 * the old broker to none to the new one, Kafka 4.3.1 takes a partition without a leader for a deleted one and skips its
 * commit marker (KAFKA-20734): readers of committed records then wait at that point for ever. So the controller is
 * started alone first, and told that the broker is gone.
 */
final class KilledBroker {
    /** What Kafka writes on a clean stop, and takes away on the next start. */
    private static final String STOPPED_CLEANLY = ".kafka_cleanshutdown";

    private KilledBroker() {}

    /** Whether the broker that last used the directory was killed. */
    static boolean left(Path directory) {
        return !Files.exists(directory.resolve(STOPPED_CLEANLY));
    }

    /**
     * Makes the controller forget it.
     *
     * @param node its id
     * @param settings of the broker and controller that are about to start
     * @param admin how to log in as their administrator
     */
    static void forget(int node, Map<String, String> settings, Map<String, String> admin) {
        String controller = settings.get("controller.quorum.voters").split("@", 2)[1];
        Map<String, String> alone = new HashMap<>(settings);
        alone.put("process.roles", "controller");
        alone.put("listeners", "CONTROLLER://" + controller);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(alone, false), Time.SYSTEM);
        server.startup();
        Map<String, Object> login = new HashMap<>(admin);
        login.remove("bootstrap.servers");
        login.put("bootstrap.controllers", controller);
        try (Admin client = Admin.create(login)) {
            client.unregisterBroker(node).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw new StartException("The controller does not forget the broker that was killed.", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("The start was interrupted.", e);
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }
}
