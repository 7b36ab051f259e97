package org.lamplight.reporting.access;

/** A token is not in order; the message says why in a sentence for its holder. */
public final class RefusedTokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedTokenException(String sentence) {
        super(sentence);
    }
}
