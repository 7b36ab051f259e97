package org.lamplight.local.commands;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Map;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.StartException;

/** Logs in to the cluster that the configuration names. */
final class KafkaLogin {
    private KafkaLogin() {}

    /**
     * The settings of a client.
     *
     * @param principal who logs in
     * @throws StartException if the cluster is an embedded one that was never started
     */
    static Map<String, String> client(LamplightConfig config, String principal) {
        if (config.kafka().place().embedded() && !Files.exists(config.data().secrets())) {
            throw StartException.neverStarted(config.data());
        }
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        return new KafkaLogins(config, Addresses.of(config), secrets).client(principal);
    }
}
