package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigOrigin;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Reads settings and collects a sentence for each one that cannot be used instead of stopping at the first. */
public final class Settings {
    /** How the origin of a default is described. */
    static final String DEFAULT = "default";

    private final Config config;
    private final Config reference;
    private final List<String> problems = new ArrayList<>();

    /**
     * @param config what is set, over the defaults
     * @param reference the defaults, which are valid
     */
    Settings(Config config, Config reference) {
        this.config = config;
        this.reference = reference;
    }

    /** The setting as text. */
    String text(String key) {
        return get(key, Function.identity());
    }

    /** A whole number. */
    long number(String key) {
        return get(key, text -> {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("it must be a whole number", e);
            }
        });
    }

    /** A length of time. */
    Duration duration(String key) {
        return get(key, Settings::parseDuration);
    }

    /** A length of time, as HOCON writes it. */
    static Duration parseDuration(String text) {
        try {
            return ConfigValueFactory.fromAnyRef(text).atKey("time").getDuration("time");
        } catch (ConfigException e) {
            throw new IllegalArgumentException("it must be a length of time such as 250 ms or 2 s", e);
        }
    }

    /**
     * The setting, read by a function that refuses what is not allowed by an {@link IllegalArgumentException}.
     * What is refused becomes a problem, and reading goes on with the default, or null where there is none.
     */
    <T> T get(String key, Function<String, T> parse) {
        try {
            return parse.apply(scalar(config, key));
        } catch (IllegalArgumentException e) {
            problems.add("%s is '%s' (%s): %s."
                    .formatted(key, shown(key), describe(config.getValue(key).origin()), e.getMessage()));
            return reference.hasPath(key) ? parse.apply(scalar(reference, key)) : null;
        }
    }

    /** A group of settings by other people's names. */
    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        for (Map.Entry<String, ConfigValue> entry : config.getConfig(key).entrySet()) {
            String name = String.join(".", ConfigUtil.splitPath(entry.getKey()));
            map.put(name, String.valueOf(entry.getValue().unwrapped()));
        }
        return map;
    }

    /** What the supplier makes; a refusal becomes a problem. */
    <T> T attempt(Supplier<T> make, T otherwise) {
        try {
            return make.get();
        } catch (IllegalArgumentException e) {
            problems.add(e.getMessage());
            return otherwise;
        }
    }

    /** Adds a sentence. */
    void problem(String sentence) {
        problems.add(sentence);
    }

    /** Refuses to go on if anything was wrong. */
    void check() {
        if (!problems.isEmpty()) {
            throw new InvalidConfigException(problems);
        }
    }

    /** Where a value was set, for people. */
    public static String describe(ConfigOrigin origin) {
        if (origin.description().startsWith(DEFAULT + ":")) {
            return DEFAULT;
        }
        return origin.lineNumber() > 0 && origin.filename() != null
                ? "line " + origin.lineNumber() + " of " + origin.filename()
                : origin.description();
    }

    private String shown(String key) {
        return SecretNames.isSecret(key)
                ? "…"
                : config.getValue(key).unwrapped().toString();
    }

    private static String scalar(Config from, String key) {
        ConfigValue value = from.getValue(key);
        if (value.valueType() == ConfigValueType.OBJECT || value.valueType() == ConfigValueType.LIST) {
            throw new IllegalArgumentException("it must be a single value");
        }
        return value.unwrapped().toString();
    }
}
