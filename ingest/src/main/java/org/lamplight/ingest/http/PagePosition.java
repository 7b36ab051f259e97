package org.lamplight.ingest.http;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How far the pages have been read.
 *
 * @param cursor the last page that had items
 * @param item how many of them were taken
 * @param prefix hash of those items: while it is the same, they need not be taken again, whatever came behind them
 */
record PagePosition(String cursor, long item, String prefix) {
    static final PagePosition START = new PagePosition(Pager.FIRST, 0, "");

    private static final String CURSOR = "cursor";
    private static final String ITEM = "item";
    private static final String PREFIX = "prefix";

    Map<String, Object> toOffset() {
        return Map.of(CURSOR, cursor, ITEM, item, PREFIX, prefix);
    }

    /**
     * The position that Kafka Connect stored.
     *
     * @param offset null where it stored none
     * @throws ConnectException if this is no such position
     */
    static PagePosition of(Map<String, ?> offset) {
        if (offset == null) {
            return START;
        }
        boolean known = offset.keySet().equals(Set.of(CURSOR, ITEM, PREFIX));
        if (!known
                || !(offset.get(CURSOR) instanceof String cursor)
                || !(offset.get(ITEM) instanceof Number item)
                || !(offset.get(PREFIX) instanceof String prefix)
                || item.longValue() < 0) {
            throw new ConnectException("An offset must have exactly the keys 'cursor' (text; empty for the first page),"
                    + " 'item' (a whole number, 0 or more) and 'prefix' (text; empty to take the page's items again).");
        }
        return new PagePosition(cursor, item.longValue(), prefix);
    }
}
