package org.lamplight.ingest.mapping;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rules.CodeList;
import org.lamplight.ingest.rules.FlagWords;
import org.lamplight.ingest.rules.Pounds;
import org.lamplight.ingest.rules.ShortCode;
import org.lamplight.ingest.rules.TimeBounds;
import org.lamplight.ingest.rules.WholeNumber;

/** How one field is read from a row, as the value that Connect expects of its type. */
public sealed interface FieldReader {
    /** The column it is read from. */
    String column();

    /** The value; null where the column is blank. */
    default Object read(Row row, Reading reading) {
        String text = Texts.of(row, column());
        return text == null ? null : value(text, reading);
    }

    /** The value of a text that is not blank. */
    Object value(String text, Reading reading);

    /** What a field may need besides its own text. */
    interface Reading {
        /** Notes a code that the list of a field does not know. */
        void unknownCode(String field, String text);

        /** The present, milliseconds since 1970-01-01 UTC. */
        long now();

        /** The pseudonym that stands for a text. */
        String pseudonym(String field, String text);
    }

    /** One symbol. A text that is unknown becomes the fallback and is noted. */
    record OneCode(String field, String column, CodeList codes, String fallback) implements FieldReader {
        @Override
        public Object value(String text, Reading reading) {
            List<String> symbols = codes.symbols(text);
            if (symbols == null) {
                reading.unknownCode(field, text);
                return fallback;
            }
            return symbols.isEmpty() ? null : symbols.get(0);
        }
    }

    /** Any number of symbols, each once: elements of a JSON array, or parts of a text between separators. */
    record ManyCodes(String field, String column, CodeList codes, String fallback, String separator)
            implements FieldReader {
        @Override
        public Object read(Row row, Reading reading) {
            List<String> symbols = new ArrayList<>(4);
            for (String value : row.all(column)) {
                addParts(value, symbols, reading);
            }
            return symbols.isEmpty() ? null : symbols;
        }

        @Override
        public Object value(String text, Reading reading) {
            List<String> symbols = new ArrayList<>(4);
            addParts(text, symbols, reading);
            return symbols;
        }

        private void addParts(String value, List<String> symbols, Reading reading) {
            int start = 0;
            while (value != null && start <= value.length()) {
                int end = separator.isEmpty() ? -1 : value.indexOf(separator, start);
                int stop = end < 0 ? value.length() : end;
                add(Texts.orNull(value.substring(start, stop)), symbols, reading);
                start = stop + Math.max(1, separator.length());
            }
        }

        private void add(String text, List<String> symbols, Reading reading) {
            if (text == null) {
                return;
            }
            List<String> known = codes.symbols(text);
            if (known == null) {
                reading.unknownCode(field, text);
                known = List.of(fallback);
            }
            for (String symbol : known) {
                if (!symbols.contains(symbol)) {
                    symbols.add(symbol);
                }
            }
        }
    }

    /** Yes or no. */
    record Flag(String column, FlagWords words) implements FieldReader {
        @Override
        public Object value(String text, Reading reading) {
            return words.parse(text, column);
        }
    }

    /** A whole number. */
    record Whole(String column) implements FieldReader {
        @Override
        public Object value(String text, Reading reading) {
            return WholeNumber.parse(text, column);
        }
    }

    /** An amount in pounds, as pence. */
    record Pence(String column) implements FieldReader {
        @Override
        public Object value(String text, Reading reading) {
            return Pounds.toPence(text, column);
        }
    }

    /** A date, as midnight UTC. */
    record Day(TimeColumn date) implements FieldReader {
        @Override
        public String column() {
            return date.column();
        }

        @Override
        public Object value(String text, Reading reading) {
            LocalDate day = date.text().date(text, column());
            TimeBounds.check(date.text().day(day).from(), reading.now(), column());
            return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        }
    }

    /** A short code, as it is. */
    record Code(String column) implements FieldReader {
        @Override
        public Object value(String text, Reading reading) {
            return ShortCode.parse(text, column);
        }
    }

    /** A pseudonym in place of the text. */
    record Pseudonym(String field, String column) implements FieldReader {
        @Override
        public Object value(String text, Reading reading) {
            return reading.pseudonym(field, text);
        }
    }
}
