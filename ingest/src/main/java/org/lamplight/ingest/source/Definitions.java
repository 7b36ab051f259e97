package org.lamplight.ingest.source;

import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** Defines the settings of one group, in the order in which a user should meet them. */
public final class Definitions {
    private final ConfigDef definitions;
    private final String group;
    private int order;

    /**
     * Defines settings.
     *
     * @param definitions where they are added
     * @param group name of the group
     */
    public Definitions(ConfigDef definitions, String group) {
        this.definitions = definitions;
        this.group = group;
    }

    /** A setting that must be given. */
    public Definitions required(String name, ConfigDef.Type type, Validator allowed, String meaning) {
        return define(name, type, ConfigDef.NO_DEFAULT_VALUE, allowed, Importance.HIGH, meaning);
    }

    /** A setting that may be given. */
    public Definitions optional(
            String name, ConfigDef.Type type, Object normally, Validator allowed, Importance weight, String meaning) {
        return define(name, type, normally, allowed, weight, meaning);
    }

    /**
     * Allows what a check lets pass.
     *
     * @param allowed what that is, in a few words
     * @param check throws an exception whose message says what is wrong; is not given null
     */
    public static Validator allow(String allowed, Consumer<Object> check) {
        return ConfigDef.LambdaValidator.with((name, value) -> run(name, value, check), () -> allowed);
    }

    private static void run(String name, Object value, Consumer<Object> check) {
        try {
            if (value != null) {
                check.accept(value);
            }
        } catch (RuntimeException e) {
            throw new ConfigException(name + ": " + e.getMessage());
        }
    }

    private Definitions define(
            String name, ConfigDef.Type type, Object normally, Validator allowed, Importance weight, String meaning) {
        order++;
        definitions.define(
                name, type, normally, allowed, weight, meaning.strip(), group, order, ConfigDef.Width.MEDIUM, name);
        return this;
    }
}
