package org.lamplight.ingest.rows;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;
import org.lamplight.ingest.rules.Rule;

/** Cuts the text of a JSON array, from behind its opening bracket, into the texts of its items, in bounded memory. */
final class JsonItems {
    private final Reader text;
    private final int longest;
    private final char[] buffer;
    private final StringBuilder item = new StringBuilder();
    private int position;
    private int limit;
    private char before;
    private char c;
    private long number;
    private Rule flaw;
    private boolean closed;

    /**
     * Begins behind the opening bracket.
     *
     * @param ahead text that was read already
     * @param text the text behind it
     * @param longest characters of an item that are kept, at most
     */
    JsonItems(String ahead, Reader text, int longest) {
        this.text = text;
        this.longest = longest;
        this.buffer = Arrays.copyOf(ahead.toCharArray(), Math.max(ahead.length(), 1 << 14));
        this.limit = ahead.length();
    }

    /** The next item, its number in place of a line's; null after the last. */
    Line next() throws IOException {
        while (!closed) {
            item.setLength(0);
            flaw = null;
            scan();
            closed = c == ']';
            Line line = new Line(number + 1, item.toString(), "", item.length() > longest ? Rule.ROW_TOO_LONG : flaw);
            if (!line.blank()) {
                number++;
                return line;
            }
        }
        return null;
    }

    /** Whether nothing but space follows the last item's bracket. */
    boolean endsText() throws IOException {
        while (more()) {
            if (!Character.isWhitespace(buffer[position++])) {
                return false;
            }
        }
        return true;
    }

    /** Reads to the comma or bracket that ends the item: the first outside strings and inner brackets. */
    private void scan() throws IOException {
        int depth = 0;
        boolean quoted = false;
        boolean escaped = false;
        for (advance(); quoted || depth > 0 || (c != ',' && c != ']'); advance()) {
            keep();
            if (quoted) {
                quoted = c != '"' || escaped;
                escaped = c == '\\' && !escaped;
            } else {
                quoted = c == '"';
                depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            }
        }
    }

    private void keep() {
        if (item.length() <= longest) {
            item.append(c);
        }
        if (c == 0) {
            flaw = Rule.ROW_NUL_BYTE;
        } else if (Decoded.broken(before, c)) {
            flaw = Rule.ROW_ENCODING;
        }
    }

    private void advance() throws IOException {
        if (!more()) {
            throw new RefusedException(Rule.FILE_TRUNCATED, null);
        }
        before = c;
        c = buffer[position++];
    }

    private boolean more() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(text.read(buffer, 0, buffer.length), 0);
        }
        return limit > 0;
    }
}
