package org.lamplight.local.parts;

/** A part cannot start; the message says in a sentence what to do about it. */
public final class StartException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** With a sentence for the user. */
    public StartException(String sentence) {
        super(sentence);
    }

    /** With a sentence for the user, and what was behind it. */
    public StartException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
