package org.lamplight.local.parts;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.lamplight.local.config.LamplightConfig;

/**
 * How each part of Lamplight logs in to Kafka: at the embedded broker under its own name with a password from the
 * secrets, at a cluster elsewhere as the configuration says.
 */
public final class KafkaLogins {
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
            settings.put("sasl.mechanism", "PLAIN");
            settings.put("sasl.jaas.config", jaas(principal, password(principal)));
        }
        settings.putAll(config.kafka().client());
        return settings;
    }

    /** What of these settings a connector needs that logs in under another name than its worker. */
    Map<String, String> overrides(String principal) {
        String jaas = jaas(principal, secrets.reference(secret(principal)));
        return isEmbedded()
                ? Map.of(
                        "consumer.override.sasl.jaas.config", jaas,
                        "producer.override.sasl.jaas.config", jaas,
                        "admin.override.sasl.jaas.config", jaas)
                : Map.of();
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

    private static String jaas(String principal, String password) {
        return "%s required username=\"%s\" password=\"%s\";"
                .formatted(PlainLoginModule.class.getName(), principal, password);
    }
}
