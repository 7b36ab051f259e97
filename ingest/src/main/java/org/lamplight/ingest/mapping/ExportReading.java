package org.lamplight.ingest.mapping;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;

/** What fields need besides their own text: pseudonyms, and a place to note the unknown codes of the row. */
final class ExportReading implements FieldReader.Reading {
    /** The longest text that is kept of an unknown code. */
    static final int LONGEST_CODE = 64;
    /** The most unknown codes that are kept of a row. */
    static final int MOST_CODES = 16;

    private final String source;
    private final Pseudonyms pseudonyms;
    private final Schema codeSchema;
    private List<Struct> unknownCodes = new ArrayList<>();
    private long now;

    ExportReading(String source, Pseudonyms pseudonyms, Schema reportSchema) {
        this.source = source;
        this.pseudonyms = pseudonyms;
        this.codeSchema = reportSchema.field("unknownCodes").schema().valueSchema();
    }

    @Override
    public void unknownCode(String field, String text) {
        if (unknownCodes.size() < MOST_CODES) {
            unknownCodes.add(new Struct(codeSchema).put("field", field).put("text", shortened(text)));
        }
    }

    @Override
    public String pseudonym(String field, String text) {
        return pseudonyms.of(source + "/" + field + "\n" + text);
    }

    @Override
    public long now() {
        return now;
    }

    /** Starts the next row; the codes of one that was not accepted are forgotten. */
    void startRow(long present) {
        now = present;
        unknownCodes.clear();
    }

    /** The unknown codes of the row. */
    List<Struct> unknownCodes() {
        List<Struct> codes = unknownCodes;
        if (!codes.isEmpty()) {
            unknownCodes = new ArrayList<>();
        }
        return codes.isEmpty() ? List.of() : codes;
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_CODE) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(LONGEST_CODE - 1));
        return text.substring(0, splitsPair ? LONGEST_CODE - 1 : LONGEST_CODE);
    }
}
