package org.lamplight.ingest.mapping;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.lamplight.ingest.rules.CodeList;
import org.lamplight.ingest.rules.Words;

/** Reads the keys codes and ignore of a field: what its texts mean. */
final class CodesSection {
    private final Section field;
    private final Schema symbols;
    private final Map<String, String> symbolOfText = new HashMap<>();

    private CodesSection(Section field, Schema symbols) {
        this.field = field;
        this.symbols = symbols;
    }

    /**
     * Reads them.
     *
     * @param field the block of the field
     * @param symbols the enum of its codes
     * @param single whether the field holds one code only
     */
    static CodeList read(Section field, Schema symbols, boolean single) {
        return new CodesSection(field, symbols).read(single);
    }

    /** A source that writes our symbols, with hyphens or spaces if it likes, needs no code list. */
    private Map<String, List<String>> ownNames() {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (String symbol : symbols.getEnumSymbols()) {
            texts.put(symbol, List.of(symbol, symbol.replace('_', ' '), symbol.replace('_', '-')));
        }
        return texts;
    }

    private CodeList read(boolean single) {
        Optional<Section> codes = field.section("codes");
        Map<String, List<String>> texts = codes.map(Section::textsByKey).orElseGet(this::ownNames);
        codes.ifPresent(section -> texts.forEach((symbol, all) -> check(section, symbol, all, single)));
        List<String> ignored = field.texts("ignore");
        ignored.stream()
                .filter(text -> symbolOfText.containsKey(Words.normalise(text)))
                .forEach(text -> field.note("ignore", "has " + text + ", which codes has as well"));
        return new CodeList(texts, ignored);
    }

    private void check(Section codes, String symbol, List<String> texts, boolean single) {
        if (!symbols.hasEnumSymbol(symbol)) {
            String allowed = String.join(", ", symbols.getEnumSymbols());
            codes.note(symbol, "is no code of " + symbols.getName() + "; the codes are " + allowed);
        }
        for (String text : texts) {
            String other = symbolOfText.put(Words.normalise(text), symbol);
            if (single && other != null && !other.equals(symbol)) {
                codes.note(symbol, "has " + text + ", as has " + other + ", but the field holds one code");
            }
        }
    }
}
