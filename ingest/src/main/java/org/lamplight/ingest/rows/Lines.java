package org.lamplight.ingest.rows;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.lamplight.ingest.rules.Rule;

/** Cuts text into lines, however long, in bounded memory. Lines can be given back, to be read again. */
final class Lines implements Closeable {
    private final Reader text;
    private final int longest;
    private final char[] buffer = new char[1 << 16];
    private final StringBuilder earlier = new StringBuilder();
    private final Deque<Line> givenBack = new ArrayDeque<>();
    private int position;
    private int limit;
    private char before;
    private long number;
    private Rule flaw;

    Lines(Reader text, int longest) {
        this.text = text;
        this.longest = longest;
    }

    /** The next line; null after the last. */
    Line next() throws IOException {
        return givenBack.isEmpty() ? read() : givenBack.pop();
    }

    /** Puts back lines that were read, first one first. */
    void giveBack(List<Line> lines) {
        for (int i = lines.size() - 1; i >= 0; i--) {
            givenBack.push(lines.get(i));
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    private Line read() throws IOException {
        if (position == limit && !fill()) {
            return null;
        }
        number++;
        flaw = null;
        earlier.setLength(0);
        int end = scan();
        while (end == limit) {
            keep(end);
            if (!fill()) {
                return line("", "");
            }
            end = scan();
        }
        return endedAt(end);
    }

    private Line endedAt(int end) throws IOException {
        String rest = new String(buffer, position, end - position);
        char first = buffer[end];
        position = end + 1;
        boolean pair = first == '\r' && (position < limit || fill()) && buffer[position] == '\n';
        if (pair) {
            position++;
        }
        return line(rest, pair ? "\r\n" : String.valueOf(first));
    }

    private Line line(String rest, String end) {
        String whole = earlier.isEmpty() ? rest : earlier.append(rest).toString();
        return new Line(number, whole, end, whole.length() > longest ? Rule.ROW_TOO_LONG : flaw);
    }

    /** Where the line ends in the buffer, or the buffer's limit; notes broken bytes on the way. */
    private int scan() {
        for (int i = position; i < limit; i++) {
            char c = buffer[i];
            if (c <= '\r') {
                if (c == '\n' || c == '\r') {
                    return i;
                }
                flaw = c == 0 ? Rule.ROW_NUL_BYTE : flaw;
            } else if (c == Decoded.BROKEN && Decoded.broken(i == 0 ? before : buffer[i - 1], c)) {
                flaw = Rule.ROW_ENCODING;
            }
        }
        return limit;
    }

    /** Keeps what the buffer holds of an unfinished line, but no more than shows that it is too long. */
    private void keep(int end) {
        int length = Math.min(end - position, longest + 1 - earlier.length());
        earlier.append(buffer, position, Math.max(length, 0));
        position = end;
    }

    private boolean fill() throws IOException {
        before = limit == 0 ? 0 : buffer[limit - 1];
        position = 0;
        limit = Math.max(text.read(buffer, 0, buffer.length), 0);
        return limit > 0;
    }
}
