package org.lamplight.ingest.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.lamplight.ingest.rules.Rule;

/**
 * Reads the objects of one array in a JSON document. What an object holds behind the array is not read; behind an array
 * that is the document, nothing may follow.
 */
final class JsonArrayRowReader implements RowReader {
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(StreamReadFeature.AUTO_CLOSE_SOURCE).build();

    private final Reader text;
    private final List<String> path;
    private final int longest;
    private JsonItems items;

    JsonArrayRowReader(Reader text, String path, int longest) {
        this.text = text;
        this.path = path.isEmpty() ? List.of() : List.of(path.split("\\."));
        this.longest = longest;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (items == null) {
            Optional<Rule> refused = open();
            if (refused.isPresent()) {
                return refused.map(rule -> rule.problem(0));
            }
        }
        Line item = items.next();
        if (item == null) {
            return path.isEmpty() && !items.endsText() ? Optional.of(Rule.PAGE_MALFORMED.problem(0)) : Optional.empty();
        }
        return Optional.of(
                item.flaw() == null
                        ? JsonRow.read(item.number(), item.text())
                        : item.flaw().problem(item.number()));
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** Finds the array, and leaves the text behind its opening bracket to {@link #items}. */
    private Optional<Rule> open() throws IOException {
        try (JsonParser parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return Optional.of(Rule.FILE_EMPTY);
            }
            for (String name : path) {
                if (!enter(parser, name)) {
                    return Optional.of(Rule.PAGE_MALFORMED);
                }
            }
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return Optional.of(Rule.PAGE_MALFORMED);
            }
            StringWriter ahead = new StringWriter();
            parser.releaseBuffered(ahead);
            items = new JsonItems(ahead.toString(), text, longest);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(Rule.PAGE_MALFORMED);
        }
    }

    private static boolean enter(JsonParser parser, String name) throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(name);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
