package org.lamplight.ingest.mapping;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the key identity: "content", a column, or a block. */
final class IdentitySection {
    private static final String CONTENT = "content";

    private IdentitySection() {}

    /**
     * Reads it.
     *
     * @param mapped the columns that make up the content where the mapping names none
     */
    static Identity read(Section root, Set<String> mapped) {
        if (!root.has("identity")) {
            root.note("needs the key identity: content, a column, or a block with column and else");
            return null;
        }
        if (root.isText("identity")) {
            String text = root.text("identity").orElse(CONTENT);
            return text.equals(CONTENT)
                    ? new Identity(List.of(), List.copyOf(mapped))
                    : new Identity(List.of(text), List.of());
        }
        return root.section("identity").map(section -> block(section, mapped)).orElse(null);
    }

    private static Identity block(Section section, Set<String> mapped) {
        List<String> columns = section.texts("column");
        Optional<String> otherwise = section.choice("else", List.of(CONTENT));
        List<String> content = section.texts(CONTENT);
        if (columns.isEmpty() && content.isEmpty()) {
            section.note("needs column, content, or both");
        }
        if (!columns.isEmpty() && !content.isEmpty() && otherwise.isEmpty()) {
            section.note(CONTENT, "is used only with else: content, as there is a column");
        }
        section.close();
        return new Identity(columns, content.isEmpty() && otherwise.isPresent() ? List.copyOf(mapped) : content);
    }
}
