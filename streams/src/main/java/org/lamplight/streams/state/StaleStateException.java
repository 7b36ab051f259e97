package org.lamplight.streams.state;

/** The application's own state is of a form that this version does not read. */
public final class StaleStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public StaleStateException() {
        super(
                "State was written by another version of this application: go back to that version, or start this one under a"
                        + " new application id on complete intake topics.");
    }
}
