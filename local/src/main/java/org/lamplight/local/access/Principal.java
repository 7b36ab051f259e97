package org.lamplight.local.access;

import java.util.List;
import java.util.Map;

/**
 * One who logs in: a part of Lamplight, or people with a client of their own.
 *
 * @param name by which it logs in
 * @param grants what it may do on the cluster; everything else is refused
 * @param quotas what it may use of each broker, by Kafka's names of quotas; none for the pipeline's own parts
 */
public record Principal(String name, List<Grant> grants, Map<String, Double> quotas) {
    /** Copies the lists. */
    public Principal {
        grants = List.copyOf(grants);
        quotas = Map.copyOf(quotas);
    }

    /** Whether it is a part of Lamplight, which has no quota. */
    public boolean isPart() {
        return quotas.isEmpty();
    }
}
