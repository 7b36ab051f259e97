package org.lamplight.ingest.mapping;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import org.lamplight.ingest.rows.Format;

/** Reads the key format: a word, or a block with type, charset, delimiter (csv) and items (json). */
final class FormatSection {
    private static final List<String> TYPES = List.of("csv", "jsonl", "json");

    private FormatSection() {}

    static Format read(Section root) {
        if (!root.has("format")) {
            root.note("needs the key format: one of " + String.join(", ", TYPES) + ", or a block with type");
            return null;
        }
        return root.section("format", "type").map(FormatSection::block).orElse(null);
    }

    private static Format block(Section section) {
        Optional<String> type = section.requiredChoice("type", TYPES);
        Optional<Charset> charset = section.text("charset").flatMap(name -> charset(section, name));
        char delimiter = type.filter("csv"::equals).isPresent() ? delimiter(section) : ',';
        String items = type.filter("json"::equals)
                .flatMap(json -> section.text("items"))
                .orElse("");
        section.close();
        return type.map(name -> format(name, charset, delimiter, items)).orElse(null);
    }

    private static Format format(String type, Optional<Charset> charset, char delimiter, String items) {
        return switch (type) {
            case "csv" -> new Format.Csv(charset, delimiter);
            case "jsonl" -> new Format.JsonLines(charset);
            default -> new Format.JsonArray(charset, items);
        };
    }

    private static Optional<Charset> charset(Section section, String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            section.note("charset", "is " + name + ", but must be one such as UTF-8, windows-1252 or UTF-16LE");
            return Optional.empty();
        }
    }

    private static char delimiter(Section section) {
        String text = section.has("delimiter") ? section.text("delimiter").orElse(",") : ",";
        if (text.equals("tab")) {
            return '\t';
        }
        if (text.length() != 1 || text.equals("\"") || Character.isLetterOrDigit(text.charAt(0))) {
            section.note("delimiter", "is " + text + ", but must be one character such as , ; or |, or the word tab");
        }
        return text.charAt(0);
    }
}
