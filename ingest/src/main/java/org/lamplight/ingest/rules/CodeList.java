package org.lamplight.ingest.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which symbols of ours each text of a source means. */
public final class CodeList {
    private final Map<String, List<String>> symbolsByText = new HashMap<>();

    /**
     * A code list.
     *
     * @param textsBySymbol the texts that mean a symbol; a text may mean several
     * @param ignored the texts that mean none
     */
    public CodeList(Map<String, List<String>> textsBySymbol, List<String> ignored) {
        Map<String, List<String>> symbols = new HashMap<>();
        textsBySymbol.forEach((symbol, texts) -> texts.stream()
                .map(Words::normalise)
                .distinct()
                .forEach(text ->
                        symbols.computeIfAbsent(text, any -> new ArrayList<>()).add(symbol)));
        ignored.forEach(text -> symbolsByText.put(Words.normalise(text), List.of()));
        symbols.forEach((text, all) -> symbolsByText.put(text, List.copyOf(all)));
        // A text as it stands in the mapping is found without being normalised first.
        textsBySymbol
                .values()
                .forEach(texts -> texts.forEach(
                        text -> symbolsByText.putIfAbsent(text, symbolsByText.get(Words.normalise(text)))));
    }

    /** The symbols that a text means, maybe none; null where the list does not know it. */
    public List<String> symbols(String text) {
        List<String> symbols = symbolsByText.get(text);
        return symbols != null ? symbols : symbolsByText.get(Words.normalise(text));
    }
}
