package org.lamplight.ingest.rows;

import java.nio.charset.Charset;
import java.util.Optional;

/** How the bytes of an export are cut into rows, as its mapping declares it. Gzip is recognised by itself. */
public sealed interface Format {
    /** The character set of a file without a byte order mark; UTF-8 where the mapping names none. */
    Optional<Charset> charset();

    /**
     * Comma-separated values with a header row (RFC 4180, embedded newlines, LF or CRLF).
     *
     * @param charset see {@link #charset()}
     * @param delimiter the character between values
     */
    record Csv(Optional<Charset> charset, char delimiter) implements Format {}

    /**
     * One JSON object a line.
     *
     * @param charset see {@link #charset()}
     */
    record JsonLines(Optional<Charset> charset) implements Format {}

    /**
     * A JSON document holding an array of objects.
     *
     * @param charset see {@link #charset()}
     * @param items path to the array, parts joined by dots; empty where the document is the array
     */
    record JsonArray(Optional<Charset> charset, String items) implements Format {}
}
