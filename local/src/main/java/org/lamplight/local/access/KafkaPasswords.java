package org.lamplight.local.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.admin.UserScramCredentialsDescription;
import org.lamplight.local.access.Step.Action;

/**
 * The passwords by which principals log in to a Kafka cluster (SCRAM-SHA-512). The cluster keeps what it needs to check
 * them; nobody keeps the passwords. Touches those of our principals only.
 */
public final class KafkaPasswords {
    /** What such a password opens. */
    public static final String USE = "kafka";

    private static final ScramMechanism MECHANISM = ScramMechanism.SCRAM_SHA_512;
    private static final int ITERATIONS = 8192;

    private final Admin admin;
    private final Set<String> names;

    /**
     * Looks at nothing yet.
     *
     * @param admin a client that may do anything on the cluster
     * @param names who shall have a password
     */
    public KafkaPasswords(Admin admin, Collection<String> names) {
        this.admin = admin;
        this.names = new TreeSet<>(names);
    }

    /** Who lacks a password, and who has one that should not. */
    public List<Step> steps() {
        Set<String> found = found();
        List<Step> steps = new ArrayList<>();
        names.stream()
                .filter(name -> !found.contains(name))
                .forEach(name -> steps.add(new Step(Action.ADD, name, "password for Kafka")));
        found.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> steps.add(new Step(Action.REMOVE, name, "password for Kafka")));
        return steps;
    }

    /**
     * Gives a password to everyone who lacks one, and takes it from everyone who should have none.
     *
     * @param renew who gets a new one all the same; the old one is void at once
     * @param fresh makes a principal's password
     * @param handover takes them to their owners
     */
    public void apply(Set<String> renew, UnaryOperator<String> fresh, Handover handover) {
        Set<String> found = found();
        for (String name : names) {
            if (!found.contains(name) || renew.contains(name)) {
                String password = fresh.apply(name);
                handover.give(name, USE, password);
                alter(new UserScramCredentialUpsertion(name, new ScramCredentialInfo(MECHANISM, ITERATIONS), password));
            }
        }
        found.stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> alter(new UserScramCredentialDeletion(name, MECHANISM)));
    }

    private Set<String> found() {
        return Answers.await(admin.describeUserScramCredentials().all()).values().stream()
                .filter(KafkaPasswords::isUsable)
                .map(UserScramCredentialsDescription::name)
                .filter(Principals::isOurs)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isUsable(UserScramCredentialsDescription user) {
        return user.credentialInfos().stream().anyMatch(info -> info.mechanism() == MECHANISM);
    }

    private void alter(UserScramCredentialAlteration alteration) {
        Answers.await(admin.alterUserScramCredentials(List.of(alteration)).all());
    }
}
