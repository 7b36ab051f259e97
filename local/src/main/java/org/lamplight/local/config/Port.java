package org.lamplight.local.config;

/**
 * A TCP port of an embedded part on the loopback interface.
 *
 * @param number 1 to 65535, or 0 for any free one
 */
public record Port(int number) {
    private static final String ALLOWED = "it must be a number from 0 to 65535, where 0 takes any free port";

    /** Refuses what is no port. */
    public Port {
        if (number < 0 || number > 65535) {
            throw new IllegalArgumentException(ALLOWED);
        }
    }

    static Port parse(String text) {
        try {
            return new Port(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(ALLOWED, e);
        }
    }
}
