package org.lamplight.schemas;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Why a report is removed. A tombstone of the report's key on its intake topic says so; after all but the last, nothing
 * that comes later brings the report back.
 */
public enum Removal {
    /** Somebody asked: every count is as if it had never come. A tombstone without a header means this. */
    ERASED,
    /** It was kept as long as it may be: the record goes, and counts that name nobody stay. */
    EXPIRED,
    /** What came was of a report that had been taken back or removed: it goes, and nothing else changes. */
    CLEARED;

    /** The header of a tombstone that says why. */
    public static final String HEADER = "lamplight.removal";

    /** Says it in the headers of a tombstone. */
    public void writeTo(Headers headers) {
        headers.add(HEADER, name().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    /** What the headers of a tombstone say. An unknown word erases, for that is the safe reading. */
    public static Removal readFrom(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        String word = header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
        return Stream.of(EXPIRED, CLEARED)
                .filter(removal -> removal.name().equalsIgnoreCase(word))
                .findFirst()
                .orElse(ERASED);
    }
}
