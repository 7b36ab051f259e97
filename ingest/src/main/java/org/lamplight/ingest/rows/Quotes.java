package org.lamplight.ingest.rows;

/** Tells whether a quoted value goes on after the end of a line. A quotation mark opens a value only at its start. */
final class Quotes {
    private final char delimiter;

    Quotes(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Whether a quoted value is open at the end of a line.
     *
     * @param open whether one was open at its start
     */
    boolean openAfter(String line, boolean open) {
        if (!open && line.indexOf('"') < 0) {
            return false;
        }
        boolean quoted = open;
        boolean start = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && (quoted || start)) {
                // A doubled mark inside a value closes it and, as if at a start, opens it again.
                start = quoted;
                quoted = !quoted;
            } else {
                start = c == delimiter && !quoted;
            }
        }
        return quoted;
    }
}
