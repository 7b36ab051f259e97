package org.lamplight.streams.state;

/** The application's own state is of a form that this version does not read. */
public final class StaleStateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what to do. */
    public StaleStateException(String message) {
        super(message);
    }
}
