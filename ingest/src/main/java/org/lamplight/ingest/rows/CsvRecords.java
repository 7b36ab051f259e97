package org.lamplight.ingest.rows;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lamplight.ingest.rules.Rule;

/**
 * Joins lines into records of comma-separated values. A record that cannot be read costs its first line only: the lines
 * after it, which a stray quotation mark may have drawn into it, are read again as records of their own.
 */
final class CsvRecords implements Closeable {
    /** Any number of values will do. */
    static final int ANY = -1;

    private final Lines lines;
    private final Quotes quotes;
    private final CsvValues values;
    private final int longest;

    CsvRecords(Lines lines, char delimiter, int longest) {
        this.lines = lines;
        this.quotes = new Quotes(delimiter);
        this.values = new CsvValues(delimiter);
        this.longest = longest;
    }

    /**
     * A record.
     *
     * @param line line on which it starts
     * @param text its first line
     * @param values its values; none where it is flawed
     * @param flaw the rule it breaks; null where it is sound
     */
    record Csv(long line, String text, List<String> values, Rule flaw) {}

    /**
     * The next record; null after the last.
     *
     * @param columns how many values it must have
     */
    Csv next(int columns) throws IOException {
        Line first = lines.next();
        while (first != null && first.blank()) {
            first = lines.next();
        }
        if (first == null) {
            return null;
        }
        if (first.flaw() == Rule.ROW_TOO_LONG || !quotes.openAfter(first.text(), false)) {
            return first.flaw() == null ? parsed(first, first.text(), columns) : flawed(first, first.flaw());
        }
        return spanning(first, columns);
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Csv spanning(Line first, int columns) throws IOException {
        List<Line> more = new ArrayList<>();
        Csv record = join(first, more, columns);
        if (record.flaw() == Rule.ROW_MALFORMED
                || record.flaw() == Rule.ROW_TOO_LONG
                || record.flaw() == Rule.ROW_COLUMN_COUNT) {
            lines.giveBack(more);
            return first.flaw() == null ? record : flawed(first, first.flaw());
        }
        return record;
    }

    private Csv join(Line first, List<Line> more, int columns) throws IOException {
        StringBuilder text = new StringBuilder(first.text());
        Rule flaw = first.flaw();
        String end = first.end();
        boolean open = true;
        while (open) {
            Line next = lines.next();
            if (next == null) {
                return flawed(first, Rule.ROW_MALFORMED);
            }
            more.add(next);
            text.append(end).append(next.text());
            if (text.length() > longest) {
                return flawed(first, Rule.ROW_TOO_LONG);
            }
            flaw = flaw == null ? next.flaw() : flaw;
            end = next.end();
            open = quotes.openAfter(next.text(), true);
        }
        // Quotation marks first: where they make no sense, the lines between them are rows of their own.
        Csv record = parsed(first, text.toString(), columns);
        return record.flaw() == null && flaw != null ? flawed(first, flaw) : record;
    }

    private Csv parsed(Line first, String text, int columns) {
        Optional<List<String>> found = values.of(text);
        if (found.isEmpty()) {
            return flawed(first, Rule.ROW_MALFORMED);
        }
        boolean fits = columns == ANY || found.get().size() == columns;
        return new Csv(first.number(), first.text(), found.get(), fits ? null : Rule.ROW_COLUMN_COUNT);
    }

    private static Csv flawed(Line first, Rule flaw) {
        return new Csv(first.number(), first.text(), List.of(), flaw);
    }
}
