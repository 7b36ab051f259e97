package org.lamplight.local.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.lamplight.local.access.Step.Action;
import org.lamplight.local.parts.StartException;

/**
 * The rights and quotas of a Kafka cluster. Touches those of our principals only: whatever else is on the cluster
 * stays as it is.
 */
public final class KafkaAccess {
    /** How Kafka marks the name of a principal who logs in. */
    static final String USER = "User:";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Admin admin;
    private final List<Principal> principals;

    /**
     * Looks at nothing yet.
     *
     * @param admin a client that may do anything on the cluster
     * @param principals who shall have access
     */
    public KafkaAccess(Admin admin, List<Principal> principals) {
        this.admin = admin;
        this.principals = List.copyOf(principals);
    }

    /** What is to be done; nothing if the cluster is as it should be. */
    public List<Step> steps() {
        Set<AclBinding> found = bindings();
        Set<AclBinding> wanted = wanted();
        List<Step> steps = new ArrayList<>();
        minus(wanted, found).forEach(binding -> steps.add(step(Action.ADD, binding)));
        minus(found, wanted).forEach(binding -> steps.add(step(Action.REMOVE, binding)));
        quotaChanges().forEach(change -> steps.addAll(steps(change)));
        return steps;
    }

    /** Gives and takes rights and quotas until there is nothing to be done. Doing it again changes nothing. */
    public void apply() {
        Set<AclBinding> found = bindings();
        Set<AclBinding> wanted = wanted();
        Answers.await(admin.createAcls(minus(wanted, found)).all());
        Answers.await(admin.deleteAcls(
                        minus(found, wanted).stream().map(AclBinding::toFilter).toList())
                .all());
        List<ClientQuotaAlteration> changes = quotaChanges();
        if (!changes.isEmpty()) {
            Answers.await(admin.alterClientQuotas(changes).all());
        }
        awaitEffect();
    }

    private Set<AclBinding> wanted() {
        return principals.stream()
                .flatMap(principal -> principal.grants().stream().map(grant -> grant.binding(principal.name())))
                .collect(Collectors.toSet());
    }

    /** Every right of one of our principals. */
    private Set<AclBinding> bindings() {
        return Answers.await(admin.describeAcls(AclBindingFilter.ANY).values()).stream()
                .filter(binding -> isOurs(binding.entry().principal()))
                .collect(Collectors.toSet());
    }

    private static boolean isOurs(String principal) {
        return principal.startsWith(USER) && Principals.isOurs(principal.substring(USER.length()));
    }

    private List<ClientQuotaAlteration> quotaChanges() {
        Map<String, Map<String, Double>> found = quotas();
        Map<String, Map<String, Double>> wanted =
                principals.stream().collect(Collectors.toMap(Principal::name, Principal::quotas));
        Set<String> names = new HashSet<>(found.keySet());
        names.addAll(wanted.keySet());
        return names.stream()
                .sorted()
                .map(name -> change(name, found.getOrDefault(name, Map.of()), wanted.getOrDefault(name, Map.of())))
                .filter(change -> !change.ops().isEmpty())
                .toList();
    }

    private static ClientQuotaAlteration change(String name, Map<String, Double> found, Map<String, Double> wanted) {
        List<ClientQuotaAlteration.Op> ops = new ArrayList<>();
        wanted.forEach((key, value) -> {
            if (!value.equals(found.get(key))) {
                ops.add(new ClientQuotaAlteration.Op(key, value));
            }
        });
        found.keySet().stream()
                .filter(key -> !wanted.containsKey(key))
                .forEach(key -> ops.add(new ClientQuotaAlteration.Op(key, null)));
        return new ClientQuotaAlteration(new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, name)), ops);
    }

    /** The quotas of each of our principals that has some. */
    private Map<String, Map<String, Double>> quotas() {
        ClientQuotaFilter users = ClientQuotaFilter.containsOnly(
                List.of(ClientQuotaFilterComponent.ofEntityType(ClientQuotaEntity.USER)));
        Map<String, Map<String, Double>> quotas = new HashMap<>();
        Answers.await(admin.describeClientQuotas(users).entities()).forEach((entity, values) -> {
            String name = entity.entries().get(ClientQuotaEntity.USER);
            if (name != null && Principals.isOurs(name)) {
                quotas.put(name, values);
            }
        });
        return quotas;
    }

    /** A right is granted before every broker knows of it; a client that is too fast would be refused. */
    private void awaitEffect() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!bindings().equals(wanted()) || !quotaChanges().isEmpty()) {
            if (System.nanoTime() > deadline) {
                throw new StartException("The cluster took the access rights but does not show them.");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while access was being granted.", e);
        }
    }

    private static Step step(Action action, AclBinding binding) {
        Grant grant = Grant.of(binding);
        return new Step(
                action, binding.entry().principal().substring(USER.length()), grant.verb() + " " + grant.object());
    }

    private static List<Step> steps(ClientQuotaAlteration change) {
        String name = change.entity().entries().get(ClientQuotaEntity.USER);
        return change.ops().stream()
                .map(op -> op.value() == null
                        ? new Step(Action.REMOVE, name, "quota " + op.key())
                        : new Step(
                                Action.ADD,
                                name,
                                "quota " + op.key() + " " + op.value().longValue()))
                .toList();
    }

    private static Collection<AclBinding> minus(Set<AclBinding> some, Set<AclBinding> others) {
        return some.stream().filter(binding -> !others.contains(binding)).toList();
    }
}
