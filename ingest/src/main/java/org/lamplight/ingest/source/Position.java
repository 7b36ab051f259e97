package org.lamplight.ingest.source;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How far an export has been read.
 *
 * @param line line on which the last row taken starts; 0 for none
 * @param complete whether that was its last
 */
public record Position(long line, boolean complete) {
    /** Nothing has been read. */
    public static final Position START = new Position(0, false);

    private static final String LINE = "line";
    private static final String COMPLETE = "complete";

    /** Whether the export was refused as a whole: its last record was about no line of it. */
    public boolean refused() {
        return complete && line == 0;
    }

    /** The position as Kafka Connect stores it. */
    public Map<String, Object> toOffset() {
        return Map.of(LINE, line, COMPLETE, complete);
    }

    /**
     * The position that Kafka Connect stored.
     *
     * @param offset null where it stored none
     * @throws ConnectException if this is no such position
     */
    public static Position of(Map<String, ?> offset) {
        if (offset == null) {
            return START;
        }
        boolean known = offset.keySet().equals(Set.of(LINE, COMPLETE));
        if (!known
                || !(offset.get(LINE) instanceof Number line)
                || !(offset.get(COMPLETE) instanceof Boolean complete)
                || line.longValue() < 0) {
            throw new ConnectException("An offset must have exactly the keys 'line' (a whole number, 0 or more) and"
                    + " 'complete' (true or false).");
        }
        return new Position(line.longValue(), complete);
    }
}
