package org.lamplight.local.access;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.lamplight.local.parts.StartException;

/** Waits for a cluster's answers. */
final class Answers {
    private Answers() {}

    static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new StartException(
                    "The Kafka cluster refuses: " + e.getCause().getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while the Kafka cluster was being asked.", e);
        }
    }
}
