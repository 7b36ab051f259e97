package org.lamplight.release;

/** A release could not be made or published, for a reason that its message gives together with what to do. */
public final class ReleaseException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReleaseException(String message) {
        super(message);
    }

    ReleaseException(String message, Throwable cause) {
        super(message, cause);
    }
}
