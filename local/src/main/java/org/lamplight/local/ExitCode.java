package org.lamplight.local;

/** What the command's exit code means. */
public enum ExitCode {
    /** All is well. */
    OK(0),
    /** Something failed that should not have; the log has the details. */
    FAILED(1),
    /** The command line was not understood. */
    USAGE(2),
    /** The configuration cannot be used. */
    CONFIGURATION(3),
    /** A part cannot start, or cannot be reached. */
    UNAVAILABLE(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** The number. */
    public int code() {
        return code;
    }
}
