package org.lamplight.ingest.mapping;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What would become of an export. Holds nothing of its rows but the texts of unknown codes, which are for the eyes of
 * the person who extends the code list and go nowhere else.
 *
 * @param rows rows looked at
 * @param accepted reports that would be submitted
 * @param withdrawn reports that would be taken back
 * @param skipped rows that the mapping does not take
 * @param rejected rows, or the file, refused: by rule and field, the most frequent first
 * @param repeats accepted rows about a report of an earlier row: corrections, or ids given twice
 * @param unknownCodes how often each unknown code came, by field and text, the most frequent first
 * @param moreUnknownCodes how many further codes came, beyond as many different ones as are listed
 * @param unknownColumns columns that the mapping neither reads nor says are never read; they are ignored
 * @param absentColumns columns that the mapping reads and that no row has
 */
public record CheckReport(
        long rows,
        long accepted,
        long withdrawn,
        long skipped,
        List<Refusal> rejected,
        long repeats,
        Map<String, Map<String, Long>> unknownCodes,
        long moreUnknownCodes,
        Set<String> unknownColumns,
        Set<String> absentColumns) {

    /**
     * Rows that broke one rule in one field.
     *
     * @param rule id of the rule
     * @param field column or columns; null where it was the row or the file
     * @param message what is wrong and what to do
     * @param count how many
     * @param firstLines lines of the first few
     */
    public record Refusal(String rule, String field, String message, long count, List<Long> firstLines) {}

    /** How many rows, or files, would be refused. */
    public long rejectedRows() {
        return rejected.stream().mapToLong(Refusal::count).sum();
    }
}
