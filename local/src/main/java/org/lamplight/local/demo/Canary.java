package org.lamplight.local.demo;

/** Obviously made-up personal data: whatever of it is seen beyond an export has leaked. */
public final class Canary {
    /** How every such value begins. */
    public static final String PREFIX = "CANARY-";

    private Canary() {}

    static String of(String what, Object which) {
        return PREFIX + what + "-" + which;
    }
}
