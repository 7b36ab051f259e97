package org.lamplight.ingest.mapping;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The pseudonyms of reports whose source gives them ids of its own. Not safe for use by several threads at once. */
public final class OwnIds {
    private final String source;
    private final int parts;
    private final Pseudonyms pseudonyms;

    /**
     * For a source.
     *
     * @param key the key that its connector was given
     * @throws IllegalArgumentException if the source's reports have no ids of its own
     */
    public OwnIds(Mapping mapping, String key) {
        source = mapping.source();
        parts = mapping.identity().columns().size();
        pseudonyms = new Pseudonyms(key.getBytes(StandardCharsets.UTF_8));
        if (parts == 0) {
            throw new IllegalArgumentException("Reports of " + source
                    + " have no ids of the source's own: give the pseudonyms of analyst.incident.");
        }
    }

    /**
     * The pseudonym of a report.
     *
     * @param id the source's own id; the parts of one that has several are joined by |
     * @throws IllegalArgumentException if it does not have as many parts as the mapping has columns for it
     */
    public String pseudonymOf(String id) {
        String[] texts = parts == 1 ? new String[] {id} : id.split("\\|", -1);
        List<String> given = Arrays.stream(texts).map(Texts::orNull).toList();
        if (given.size() != parts || given.contains(null)) {
            throw new IllegalArgumentException("An id of " + source + " has " + parts
                    + (parts == 1 ? " part." : " parts; join them by | and put it in quotes."));
        }
        return ReportIds.ofOwnId(source, String.join("\n", given), pseudonyms);
    }

    /**
     * A pseudonym as it was given.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    public static String pseudonym(String text) {
        String pseudonym = text.toLowerCase(Locale.ROOT);
        if (!Pseudonyms.isOne(pseudonym)) {
            throw new IllegalArgumentException(
                    "A pseudonym has 32 hex digits, as in analyst.incident; one given has not.");
        }
        return pseudonym;
    }
}
