package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is set where: the environment goes before lamplight.conf, which goes before the defaults. */
public final class ConfigFile {
    /** What the name of an environment variable starts with. */
    public static final String PREFIX = "LAMPLIGHT_";

    /** Variables that the launcher reads. */
    private static final Set<String> LAUNCHER = Set.of("LAMPLIGHT_JAVA_OPTS", "LAMPLIGHT_HOME");

    private ConfigFile() {}

    /** The defaults, with their comments. */
    public static Config reference() {
        return ConfigFactory.parseResources(
                ConfigFile.class.getClassLoader(),
                "reference.conf",
                ConfigParseOptions.defaults().setAllowMissing(false).setOriginDescription(Settings.DEFAULT));
    }

    /**
     * Reads what is set.
     *
     * @param file lamplight.conf; it may be missing
     * @param environment the process's environment
     * @return every setting, each with its origin
     * @throws InvalidConfigException if the file cannot be read or a variable names no setting
     */
    public static Config read(Path file, Map<String, String> environment) {
        try {
            Config fromFile = ConfigFactory.parseFile(
                    file.toFile(), ConfigParseOptions.defaults().setAllowMissing(true));
            Config set = fromFile.withFallback(reference());
            return environment(environment, set).withFallback(set).resolve();
        } catch (ConfigException e) {
            throw new InvalidConfigException(List.of("The configuration cannot be read: " + e.getMessage()));
        }
    }

    /** The name of a setting in the environment. */
    public static String variable(String key) {
        return PREFIX + key.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT);
    }

    /** The keys of single values, whose names are Lamplight's own. */
    public static List<String> keys(Config config) {
        List<String> keys = new ArrayList<>();
        collect("", config.root(), keys);
        return keys;
    }

    private static void collect(String prefix, ConfigObject object, List<String> keys) {
        object.forEach((name, value) -> {
            String key = prefix + ConfigUtil.joinPath(name);
            if (value.valueType() != ConfigValueType.OBJECT) {
                keys.add(key);
            } else if (!SettingNames.isGroupOfOthers(key)) {
                collect(key + ".", (ConfigObject) value, keys);
            }
        });
    }

    private static Config environment(Map<String, String> environment, Config set) {
        Map<String, String> keyOf = new HashMap<>();
        keys(set).forEach(key -> keyOf.put(variable(key), key));
        Config config = ConfigFactory.empty();
        List<String> unknown = new ArrayList<>();
        for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
            String name = variable.getKey();
            if (keyOf.containsKey(name)) {
                Map<String, String> value = Map.of(keyOf.get(name), variable.getValue());
                config = config.withFallback(ConfigFactory.parseMap(value, "environment variable " + name));
            } else if (name.startsWith(PREFIX) && !LAUNCHER.contains(name)) {
                unknown.add("The environment variable " + name + " names no setting: unset it, or see docs/CONFIG.md.");
            }
        }
        if (!unknown.isEmpty()) {
            throw new InvalidConfigException(unknown);
        }
        return config;
    }
}
