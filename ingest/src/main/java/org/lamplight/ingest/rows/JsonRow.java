package org.lamplight.ingest.rows;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lamplight.ingest.rules.Rule;

/** A JSON object as a row: a nested value goes by its path; an array adds nothing to the path, only values. */
final class JsonRow implements Row {
    // An object that names a key twice has no one meaning.
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final long line;
    private final Map<String, List<String>> values = new HashMap<>();

    private JsonRow(long line) {
        this.line = line;
    }

    /**
     * Reads one object.
     *
     * @param line where it stands
     * @param text the object and nothing else
     */
    static Entry read(long line, String text) {
        JsonRow row = new JsonRow(line);
        try (JsonParser parser = JSON.createParser(text)) {
            boolean object = parser.nextToken() == JsonToken.START_OBJECT;
            Rule flaw = object ? row.object(parser, "") : Rule.ROW_MALFORMED;
            boolean alone = !object || parser.nextToken() == null;
            Rule broken = alone ? flaw : Rule.ROW_MALFORMED;
            return broken == null ? row : broken.problem(line);
        } catch (JsonProcessingException e) {
            return Rule.ROW_MALFORMED.problem(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public String get(String column) {
        List<String> found = all(column);
        return found.isEmpty() ? null : found.get(0);
    }

    @Override
    public List<String> all(String column) {
        return values.getOrDefault(column, List.of());
    }

    @Override
    public Set<String> columns() {
        return Collections.unmodifiableSet(values.keySet());
    }

    private Rule object(JsonParser parser, String prefix) throws IOException {
        Rule flaw = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String path = prefix.isEmpty() ? parser.currentName() : prefix + '.' + parser.currentName();
            parser.nextToken();
            Rule found = value(parser, path);
            flaw = flaw == null ? found : flaw;
        }
        return flaw;
    }

    private Rule value(JsonParser parser, String path) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, path);
            case START_ARRAY -> array(parser, path);
            case VALUE_NULL -> null;
            default -> scalar(parser.getText(), path);
        };
    }

    private Rule array(JsonParser parser, String path) throws IOException {
        Rule flaw = null;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            Rule found = value(parser, path);
            flaw = flaw == null ? found : flaw;
        }
        return flaw;
    }

    private Rule scalar(String text, String path) {
        values.computeIfAbsent(path, any -> new ArrayList<>(1)).add(text);
        return flaw(text);
    }

    /** What escapes can smuggle in: a NUL, or half a surrogate pair. */
    private static Rule flaw(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Rule.ROW_NUL_BYTE;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return Rule.ROW_ENCODING;
                }
                i++;
            }
        }
        return null;
    }
}
