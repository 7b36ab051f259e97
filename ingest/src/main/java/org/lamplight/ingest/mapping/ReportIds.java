package org.lamplight.ingest.mapping;

import org.lamplight.ingest.rows.Row;

/**
 * Ids of the reports of one export, which must see each of its rows in order. A row without an id of the source's own is
 * told apart by its content and, among rows of the same content, by how many of them came before it in the export: exact
 * repeats are events of their own, and the same export read again gives the same ids.
 */
final class ReportIds {
    private final String source;
    private final Identity identity;
    private final Pseudonyms pseudonyms;
    private final Ordinals ordinals = new Ordinals();

    ReportIds(Mapping mapping, Pseudonyms pseudonyms) {
        this.source = mapping.source();
        this.identity = mapping.identity();
        this.pseudonyms = pseudonyms;
    }

    String of(Row row) {
        String ownId = identity.ownId(row);
        return ownId != null ? ofOwnId(source, ownId, pseudonyms) : ofContent(identity.contentOf(row));
    }

    /** The id of a report that has one of its source's own. */
    static String ofOwnId(String source, String ownId, Pseudonyms pseudonyms) {
        return pseudonyms.of(source + "\n" + ownId);
    }

    private String ofContent(String content) {
        // The blank line keeps contents and the source's own ids apart: no id starts with a line break.
        String text = source + "\n\n" + content;
        byte[] code = pseudonyms.code(text);
        int ordinal = ordinals.next(Pseudonyms.hash(code));
        return ordinal == 0 ? Pseudonyms.name(code) : pseudonyms.of(text + "\n" + ordinal);
    }
}
