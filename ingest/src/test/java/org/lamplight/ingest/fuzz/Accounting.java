package org.lamplight.ingest.fuzz;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Format;
import org.lamplight.ingest.rows.Problem;

/** Counts the rows of an export without the readers, and says whether they told of every one. */
final class Accounting {
    private static final JsonFactory JSON = new JsonFactory();
    /** Readers pass over an item without text, as over a blank line. */
    private static final Pattern EMPTY_ITEM = Pattern.compile("[\\[,]\\s*[,\\]]");

    private Accounting() {}

    /**
     * Asserts that every row is among the entries. What lies behind a problem with the file as a whole is not counted.
     *
     * @param bytes the export, unpacked
     */
    static void check(byte[] bytes, Format format, List<Entry> entries) {
        boolean cut = !entries.isEmpty() && wholeFile(entries.get(entries.size() - 1));
        List<Integer> starts = entries.stream()
                .filter(entry -> !wholeFile(entry))
                .map(entry -> Math.toIntExact(entry.line()))
                .toList();
        assertThat(starts).isSorted().doesNotHaveDuplicates();
        String text = text(bytes, format);
        if (format instanceof Format.JsonArray) {
            checkItems(text, starts, entries);
        } else if (!cut && format instanceof Format.Csv csv) {
            checkRecords(text.split("\r\n|\r|\n", -1), starts, csv.delimiter());
        } else if (!cut) {
            assertThat(starts).as("rows").isEqualTo(filled(text.split("\r\n|\r|\n", -1), 1));
        }
    }

    private static boolean wholeFile(Entry entry) {
        return entry instanceof Problem problem && problem.wholeFile();
    }

    /** The text as its byte order mark, else the mapping, says; what is no text stands for itself. */
    private static String text(byte[] bytes, Format format) {
        if (bytes.length >= 2 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe) {
            return new String(bytes, 2, bytes.length - 2, UTF_16LE);
        }
        if (bytes.length >= 2 && bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff) {
            return new String(bytes, 2, bytes.length - 2, UTF_16BE);
        }
        boolean marked = bytes.length >= 3 && new String(bytes, 0, 3, UTF_8).equals("\ufeff");
        Charset charset = marked ? UTF_8 : format.charset().orElse(UTF_8);
        int mark = marked ? 3 : 0;
        return new String(bytes, mark, bytes.length - mark, charset);
    }

    /** Numbers of the lines that are not blank, from a line on. */
    private static List<Integer> filled(String[] lines, int first) {
        return IntStream.rangeClosed(first, lines.length)
                .filter(line -> !lines[line - 1].isBlank())
                .boxed()
                .toList();
    }

    /** A line that starts no row must lie inside a quoted value of the row before it. */
    private static void checkRecords(String[] lines, List<Integer> starts, char delimiter) {
        int header = filled(lines, 1).get(0);
        for (int row = -1; row < starts.size(); row++) {
            int start = row < 0 ? header : starts.get(row);
            int end = row + 1 < starts.size() ? starts.get(row + 1) : lines.length + 1;
            List<Integer> within = filled(lines, start + 1).stream()
                    .takeWhile(line -> line < end)
                    .toList();
            if (!within.isEmpty()) {
                int last = within.get(within.size() - 1);
                String text = String.join("\n", List.of(lines).subList(start - 1, last));
                assertThat(records(text, delimiter))
                        .as("records in lines %d to %d", start, last)
                        .isEqualTo(1);
            }
        }
    }

    private static long records(String text, char delimiter) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowUnclosedQuote(false)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
            return reader.stream().count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the document is sound, each item is an entry; where it is not, something says so. */
    private static void checkItems(String text, List<Integer> starts, List<Entry> entries) {
        int items = items(text);
        if (items < 0) {
            assertThat(EMPTY_ITEM.matcher(text).find() || entries.stream().anyMatch(Problem.class::isInstance))
                    .as("an unsound document has a problem")
                    .isTrue();
        } else {
            assertThat(starts)
                    .as("items")
                    .isEqualTo(IntStream.rangeClosed(1, items).boxed().toList());
        }
    }

    /** How many items the array has; -1 where it is none. */
    private static int items(String text) {
        int items = 0;
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return -1;
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                parser.skipChildren();
                items++;
            }
            return parser.nextToken() == null ? items : -1;
        } catch (IOException e) {
            return -1;
        }
    }
}
