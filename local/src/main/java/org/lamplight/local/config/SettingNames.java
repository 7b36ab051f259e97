package org.lamplight.local.config;

import com.typesafe.config.Config;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which settings there are. */
final class SettingNames {
    private static final Set<String> GROUPS_OF_OTHERS = Set.of(
            "kafka.client",
            "kafka.broker",
            "registry.client",
            "connect.worker",
            "streams.settings",
            "source-settings",
            "sink-settings");
    private static final Set<String> OF_A_SOURCE = Set.of("enabled", "mapping", "inbox");

    private SettingNames() {}

    /** Whether the names below the key are not Lamplight's own but Kafka's, a registry's or a connector's. */
    static boolean isGroupOfOthers(String key) {
        return GROUPS_OF_OTHERS.contains(key) || key.matches("sources\\.[^.]+\\.settings");
    }

    /** A sentence for each key that is no setting. */
    static List<String> unknown(Config config, Config reference) {
        Set<String> known = new HashSet<>(ConfigFile.keys(reference));
        return ConfigFile.keys(config).stream()
                .filter(key -> !known.contains(key) && !isOfASource(key))
                .map(key -> "%s (%s) is no setting; docs/CONFIG.md has the list."
                        .formatted(key, Settings.describe(config.getValue(key).origin())))
                .toList();
    }

    private static boolean isOfASource(String key) {
        String[] parts = key.split("\\.", -1);
        return parts.length == 3 && parts[0].equals("sources") && OF_A_SOURCE.contains(parts[2]);
    }
}
