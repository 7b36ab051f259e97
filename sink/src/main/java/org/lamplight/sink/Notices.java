package org.lamplight.sink;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Tells who listens to the database which tables a transaction changes, so that nobody needs to ask again and again. A
 * notice goes out when the transaction is committed, and not at all if it is not.
 */
final class Notices {
    /** What to listen to. */
    static final String CHANNEL = "lamplight";

    private static final String CATEGORY = "category";

    private Notices() {}

    /** For each table its name, and after a space the categories of the rows, with commas between them. */
    static void send(Handle handle, Map<Table, Collection<Change>> changes) {
        changes.forEach((table, those) -> handle.createQuery("select pg_notify(:channel, :notice)")
                .bind("channel", CHANNEL)
                .bind("notice", (table.name() + " " + categories(table, those)).strip())
                .mapTo(String.class)
                .one());
    }

    private static String categories(Table table, Collection<Change> changes) {
        for (int i = 0; i < table.key().size(); i++) {
            if (table.key().get(i).name().equals(CATEGORY)) {
                int index = i;
                return changes.stream()
                        .map(change -> (String) change.key().get(index))
                        .distinct()
                        .sorted()
                        .collect(joining(","));
            }
        }
        return "";
    }
}
