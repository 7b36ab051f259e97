package org.lamplight.local.parts;

import org.lamplight.local.config.DataDirectory;

/** A part cannot start; the message says in a sentence what to do about it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a sentence for the user. */
    public StartException(String sentence) {
        super(sentence);
    }

    /** Of a command that needs what a first start makes, where there has been none. */
    public static StartException neverStarted(DataDirectory data) {
        return new StartException("There is no Lamplight in " + data.root()
                + " yet. Start one with: lamplight up (or, with made-up reports: lamplight demo)");
    }

    /** With a sentence for the user, and what was behind it. */
    public StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
