package org.lamplight.local.parts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;
import org.lamplight.local.access.KafkaPasswords;
import org.lamplight.local.config.LamplightConfig;

/**
 * How each part of Lamplight logs in to Kafka: under its own name with a password from the secrets. At a cluster elsewhere
 * it has one since {@code lamplight access apply}; before, or without, it logs in as the configuration says.
 */
public final class KafkaLogins {
    /** The clients of a connector. */
    private static final List<String> CLIENTS = List.of("consumer", "producer", "admin");

    private final LamplightConfig config;
    private final Addresses addresses;
    private final Secrets secrets;

    /** Makes no password yet. */
    public KafkaLogins(LamplightConfig config, Addresses addresses, Secrets secrets) {
        this.config = config;
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** The settings of a client that logs in as this principal, {@code bootstrap.servers} among them. */
    public Map<String, String> client(String principal) {
        Map<String, String> settings = new HashMap<>();
        settings.put("bootstrap.servers", addresses.bootstrapServers());
        if (isEmbedded()) {
            settings.put("security.protocol", "SASL_PLAINTEXT");
            settings.putAll(plain(principal, password(principal)));
            settings.putAll(config.kafka().client());
        } else {
            settings.putAll(config.kafka().client());
            if (isGiven(principal)) {
                settings.putAll(scram(principal, secrets.get(given(principal))));
            }
        }
        return settings;
    }

    /** What of these settings a connector needs that logs in under another name than its worker. */
    Map<String, String> overrides(String principal) {
        Map<String, String> login = Map.of();
        if (isEmbedded()) {
            login = plain(principal, secrets.reference(secret(principal)));
        } else if (isGiven(principal)) {
            login = scram(principal, secrets.reference(given(principal)));
        }
        Map<String, String> overrides = new HashMap<>();
        login.forEach((name, value) -> CLIENTS.forEach(client -> overrides.put(client + ".override." + name, value)));
        return overrides;
    }

    /** The password by which a part logs in at the embedded broker. */
    String password(String principal) {
        return secrets.get(secret(principal));
    }

    private boolean isEmbedded() {
        return config.kafka().place().embedded();
    }

    private static String secret(String principal) {
        return "kafka-" + principal + ".password";
    }

    private boolean isGiven(String principal) {
        return secrets.has(given(principal));
    }

    private static String given(String principal) {
        return Secrets.nameOf(principal, KafkaPasswords.USE);
    }

    private static Map<String, String> plain(String principal, String password) {
        return login("PLAIN", PlainLoginModule.class, principal, password);
    }

    private static Map<String, String> scram(String principal, String password) {
        return login("SCRAM-SHA-512", ScramLoginModule.class, principal, password);
    }

    private static Map<String, String> login(String mechanism, Class<?> module, String principal, String password) {
        return Map.of(
                "sasl.mechanism",
                mechanism,
                "sasl.jaas.config",
                "%s required username=\"%s\" password=\"%s\";".formatted(module.getName(), principal, password));
    }
}
