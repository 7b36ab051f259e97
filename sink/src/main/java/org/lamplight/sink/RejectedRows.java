package org.lamplight.sink;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The table of rejected rows, which no later record takes rows out of: they go by age. */
public final class RejectedRows {
    private static final String COUNT = """
            select source, count(*) as rows from lamplight.rejected_row where rejected_at < :before group by source
            """;

    private final Jdbi database;

    /**
     * @param database connections of a user who may delete rows
     */
    public RejectedRows(DataSource database) {
        this.database = Jdbi.create(database);
    }

    /** How many rows of each source were rejected before. */
    public Map<String, Long> count(Instant before) {
        return database.withHandle(handle -> count(handle, before));
    }

    /** Deletes the rows that were rejected before, and says how many they were of each source. */
    public Map<String, Long> delete(Instant before) {
        return database.inTransaction(handle -> {
            Map<String, Long> counts = count(handle, before);
            handle.createUpdate("delete from lamplight.rejected_row where rejected_at < :before")
                    .bind("before", before)
                    .execute();
            return counts;
        });
    }

    private static Map<String, Long> count(Handle handle, Instant before) {
        return handle.createQuery(COUNT)
                .bind("before", before)
                .map((row, context) -> Map.entry(row.getString("source"), row.getLong("rows")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
