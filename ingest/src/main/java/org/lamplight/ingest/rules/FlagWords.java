package org.lamplight.ingest.rules;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads a text as yes or no. */
public final class FlagWords {
    /** The usual English words. */
    public static final FlagWords USUAL =
            new FlagWords(List.of("yes", "y", "true", "1"), List.of("no", "n", "false", "0"));

    private final Map<String, Boolean> meanings = new HashMap<>();

    /** Words of an export. */
    public FlagWords(Collection<String> yes, Collection<String> no) {
        yes.forEach(word -> meanings.put(Words.normalise(word), true));
        no.forEach(word -> meanings.put(Words.normalise(word), false));
    }

    /** Whether a text says yes. */
    public boolean parse(String text, String field) {
        Boolean meaning = meanings.get(text);
        if (meaning == null) {
            meaning = meanings.get(Words.normalise(text));
        }
        if (meaning == null) {
            throw new BrokenRule(Rule.FLAG_INVALID, field);
        }
        return meaning;
    }
}
