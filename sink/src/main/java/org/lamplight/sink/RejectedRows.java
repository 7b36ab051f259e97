package org.lamplight.sink;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The table of rejected rows, which no later record takes rows out of: they go by age. */
public final class RejectedRows {
    private static final String COUNT = """
            select source, count(*) as rows from lamplight.rejected_row where rejected_at < :before group by source
            """;
    private static final String DELETE = """
            with gone as (delete from lamplight.rejected_row where rejected_at < :before returning source)
            select source, count(*) as rows from gone group by source
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
        return bySource(COUNT, before);
    }

    /** Deletes the rows that were rejected before, and says how many they were of each source. */
    public Map<String, Long> delete(Instant before) {
        return bySource(DELETE, before);
    }

    private Map<String, Long> bySource(String sql, Instant before) {
        return database.withHandle(handle -> handle.createQuery(sql)
                .bind("before", before)
                .map((row, context) -> Map.entry(row.getString("source"), row.getLong("rows")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
