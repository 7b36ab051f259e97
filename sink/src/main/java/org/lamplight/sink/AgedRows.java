package org.lamplight.sink;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The rows of a table that no later record takes rows out of: they go by age. */
public final class AgedRows {
    private final Jdbi database;
    private final String table;
    private final String source;
    private final String age;

    private AgedRows(DataSource database, String table, String source, String age) {
        this.database = Jdbi.create(database);
        this.table = table;
        this.source = source;
        this.age = age;
    }

    /** The rejected rows; connects when it is used. */
    public static AgedRows rejected(DataSource database) {
        return new AgedRows(database, "rejected_row", "source", "rejected_at");
    }

    /** Who asked the reporting service for what; of no source. */
    public static AgedRows accessLog(DataSource database) {
        return new AgedRows(database, "access_log", "''", "at");
    }

    /** Name of the table. */
    public String table() {
        return table;
    }

    /** How many rows of each source are older. */
    public Map<String, Long> count(Instant before) {
        return ask("select %s as source, count(*) as rows from lamplight.%s where %s < :before group by 1", before);
    }

    /** Deletes the rows that are older, and says how many they were of each source. */
    public Map<String, Long> delete(Instant before) {
        return ask("""
                with gone as (delete from lamplight.%2$s where %3$s < :before returning %1$s as source)
                select source, count(*) as rows from gone group by 1
                """, before);
    }

    private Map<String, Long> ask(String sql, Instant before) {
        return database.withHandle(handle -> handle.createQuery(sql.formatted(source, table, age))
                .bind("before", before)
                .map((row, context) -> Map.entry(row.getString("source"), row.getLong("rows")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
