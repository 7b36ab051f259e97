package org.lamplight.ingest.rules;

import org.lamplight.ingest.rows.Problem;

/** Every rule that a row, a file or a page can break. docs/RULES.md explains each; a test holds it against this list. */
public enum Rule {
    FILE_EMPTY("file.empty", "The file holds no rows: export it again."),
    FILE_UNREADABLE("file.unreadable", "The file cannot be opened or read: check its permissions and the disk."),
    FILE_TRUNCATED("file.truncated", "The file ends in the middle of a row or of its compressed data: copy it again."),
    FILE_NOT_A_FILE("file.not-a-file", "This is not a regular file: put only files into the inbox."),
    FILE_OUTSIDE_INBOX("file.outside-inbox", "The link leads out of the inbox: put the file itself there."),
    FILE_COLUMNS_MISSING(
            "file.columns-missing",
            "The file lacks the column(s) {field}: check header, delimiter and character set against the mapping."),
    FILE_TOO_MANY_BYTES("file.too-many-bytes", "The file unpacks to more bytes than are allowed: split the export."),
    FILE_TAKEN_AWAY(
            "file.taken-away",
            "The file was deleted or moved while it was read: put it back, and the rest of it is read."),
    PAGE_MALFORMED("page.malformed", "The page is not the JSON that the mapping describes: check its items path."),

    ROW_TOO_LONG("row.too-long", "The row is longer than 1 MiB: look for a quotation mark that is never closed."),
    ROW_NUL_BYTE("row.nul-byte", "The row holds a NUL byte: the file is damaged, or in another character set."),
    ROW_ENCODING("row.encoding", "The row is not valid in the export's character set: state the right one."),
    ROW_COLUMN_COUNT("row.column-count", "The row has more or fewer values than the header has columns."),
    ROW_MALFORMED("row.malformed", "The row cannot be parsed: check its quotation marks or its JSON."),

    IDENTITY_MISSING("identity.missing", "{field} is blank, but identifies the report: fill it in."),
    REQUIRED_MISSING("required.missing", "{field} is blank, but the mapping requires it: fill it in."),

    LOCATION_MISSING("location.missing", "{field}: a coordinate is blank: give both."),
    LOCATION_NOT_A_NUMBER("location.not-a-number", "{field}: a coordinate is not a plain decimal number."),
    LOCATION_ZERO("location.zero", "{field}: the coordinates are 0, 0, which stands for no location: give the place."),
    LOCATION_OUT_OF_RANGE("location.out-of-range", "{field}: the coordinates lie outside the range of their grid."),
    LOCATION_SWAPPED("location.swapped", "{field}: the coordinates are in the force's area only when swapped."),
    LOCATION_OUTSIDE_AREA("location.outside-area", "{field}: the place lies outside the force's area."),

    TIME_MISSING("time.missing", "{field} is blank: say when it happened."),
    TIME_INVALID("time.invalid", "{field} is no existing date or time in the format that the mapping gives."),
    TIME_MISSING_LOCAL("time.missing-local", "{field} is a local time that the change to summer time skipped."),
    TIME_FUTURE("time.future", "{field} lies more than five minutes in the future: check the date and the clock."),
    TIME_TOO_EARLY("time.too-early", "{field} lies before the year 2000: look for a placeholder or a wrong century."),
    TIME_REVERSED("time.reversed", "{field}: the end lies before the start."),

    NUMBER_INVALID("number.invalid", "{field} is not a number, or amount, of the form that the mapping gives."),
    FLAG_INVALID("flag.invalid", "{field} is neither one of the mapping's words for yes nor one for no."),
    CODE_INVALID("code.invalid", "{field} is not a short code: at most 16 letters, digits, dots and hyphens.");

    private final String id;
    private final String sentence;

    Rule(String id, String sentence) {
        this.id = id;
        this.sentence = sentence;
    }

    /** The name under which docs/RULES.md and rejected rows speak of this rule, e.g. location.outside-area. */
    public String id() {
        return id;
    }

    /** What is wrong and what to do, with {field} where the field's name goes. */
    public String sentence() {
        return sentence;
    }

    /**
     * A problem with the row or file as a whole.
     *
     * @param line line on which the row starts, from 1; 0 for the file as a whole
     */
    public Problem problem(long line) {
        return new Problem(line, null, id, sentence);
    }

    /**
     * A problem with one field.
     *
     * @param line line on which the row starts, from 1; 0 for the file as a whole
     * @param field column or columns of the file as the mapping names them; never a value
     */
    public Problem problem(long line, String field) {
        return new Problem(line, field, id, sentence.replace("{field}", field));
    }
}
