package org.lamplight.local.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

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

    /** What it may do and use on the cluster. */
    List<Right> rights() {
        return Stream.concat(
                        grants.stream().map(grant -> new Right(name, grant.verb(), grant.object())),
                        new TreeMap<>(quotas)
                                .entrySet().stream()
                                        .map(quota -> new Right(
                                                name,
                                                "use at most",
                                                quota.getKey() + " "
                                                        + quota.getValue().longValue())))
                .toList();
    }

    /** Whether it is a part of Lamplight, which has no quota. */
    public boolean isPart() {
        return quotas.isEmpty();
    }
}
