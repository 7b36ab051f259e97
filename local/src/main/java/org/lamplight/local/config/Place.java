package org.lamplight.local.config;

import java.util.regex.Pattern;

/** Where a part runs: in this process, or somewhere else, in which case Lamplight does not start it. */
public sealed interface Place {
    /** The word in the configuration that stands for this process. */
    String EMBEDDED = "embedded";

    /**
     * In (or, for the database, beside) this process.
     *
     * @param port where it listens on 127.0.0.1
     */
    record Embedded(Port port) implements Place {}

    /**
     * Elsewhere.
     *
     * @param address how to reach it
     */
    record External(String address) implements Place {}

    /** Whether Lamplight starts and stops this part. */
    default boolean embedded() {
        return this instanceof Embedded;
    }

    /**
     * Reads where a part runs.
     *
     * @param text {@value #EMBEDDED} or an address
     * @param form what an address looks like
     * @param allowed what is allowed, as the end of a sentence
     * @param port where the part listens if it is embedded
     */
    static Place parse(String text, Pattern form, String allowed, Port port) {
        if (text.equals(EMBEDDED)) {
            return new Embedded(port);
        }
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("it must be " + EMBEDDED + " or " + allowed);
        }
        return new External(text);
    }
}
