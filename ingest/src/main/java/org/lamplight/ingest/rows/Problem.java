package org.lamplight.ingest.rows;

/**
 * Why a row, or a whole file, cannot be taken. Holds nothing of its content.
 *
 * @param line line on which the row starts, from 1; 0 for the file as a whole
 * @param field field of the report or column of the file; null where it is the row or the file
 * @param rule id of the rule, e.g. location.outside-area
 * @param message one sentence: what is wrong and what to do
 */
public record Problem(long line, String field, String rule, String message) implements Entry {
    /** Whether it is the file as a whole: nothing after it can be read. */
    public boolean wholeFile() {
        return line == 0;
    }
}
