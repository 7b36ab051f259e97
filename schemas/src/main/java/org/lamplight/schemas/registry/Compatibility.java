package org.lamplight.schemas.registry;

/** Which older versions of a subject a new version must get on with, by the names of the Confluent REST API. */
public enum Compatibility {
    /** Anything goes. */
    NONE(false, false, false),
    /** The new version reads what the previous one wrote. */
    BACKWARD(true, false, false),
    /** The new version reads what every earlier one wrote. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** The previous version reads what the new one writes. */
    FORWARD(false, true, false),
    /** Every earlier version reads what the new one writes. */
    FORWARD_TRANSITIVE(false, true, true),
    /** The new and the previous version read each other. */
    FULL(true, true, false),
    /** The new and every earlier version read each other. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean readsOlder;
    private final boolean readByOlder;
    private final boolean transitive;

    Compatibility(boolean readsOlder, boolean readByOlder, boolean transitive) {
        this.readsOlder = readsOlder;
        this.readByOlder = readByOlder;
        this.transitive = transitive;
    }

    /** Whether the new version must read what older ones wrote. */
    public boolean readsOlder() {
        return readsOlder;
    }

    /** Whether older versions must read what the new one writes. */
    public boolean readByOlder() {
        return readByOlder;
    }

    /** Whether that holds for all earlier versions instead of the previous one. */
    public boolean transitive() {
        return transitive;
    }
}
