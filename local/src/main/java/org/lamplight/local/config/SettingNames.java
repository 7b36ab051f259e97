package org.lamplight.local.config;

import com.typesafe.config.Config;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    /** What each entry of a group takes whose entries have names of the user's own. */
    private static final Map<String, Set<String>> OF_AN_ENTRY = Map.of(
            "sources", Set.of("enabled", "mapping", "inbox", "retention"),
            "release.products", ReleaseReader.NAMES,
            "evaluations", EvaluationReader.NAMES,
            "webhooks", WebhookReader.NAMES);

    private static final Pattern ENTRY = Pattern.compile("(?<group>.+)\\.[^.]+\\.(?<setting>[^.]+)");

    private SettingNames() {}

    /** Whether the names below the key are not Lamplight's own but Kafka's, a registry's or a connector's. */
    static boolean isGroupOfOthers(String key) {
        return GROUPS_OF_OTHERS.contains(key) || key.matches("sources\\.[^.]+\\.settings");
    }

    /** A sentence for each key that is no setting. */
    static List<String> unknown(Config config, Config reference) {
        Set<String> known = new HashSet<>(ConfigFile.keys(reference));
        return ConfigFile.keys(config).stream()
                .filter(key -> !known.contains(key) && !isOfAnEntry(key))
                .map(key -> "%s (%s) is no setting; docs/CONFIG.md has the list."
                        .formatted(key, Settings.describe(config.getValue(key).origin())))
                .toList();
    }

    private static boolean isOfAnEntry(String key) {
        Matcher parts = ENTRY.matcher(key);
        return parts.matches()
                && OF_AN_ENTRY.getOrDefault(parts.group("group"), Set.of()).contains(parts.group("setting"));
    }
}
