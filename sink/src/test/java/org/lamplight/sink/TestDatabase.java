package org.lamplight.sink;

import java.sql.Array;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/**
 * A database of a test.
 *
 * @param port port of the server
 * @param name name of the database
 * @param jdbi access to it beside the sink's
 */
record TestDatabase(int port, String name, Jdbi jdbi) {

    /** Settings of a sink that writes to this database. */
    Map<String, String> settings() {
        return settings(port);
    }

    /** Settings of a sink that writes to this database through another port. */
    Map<String, String> settings(int throughPort) {
        Map<String, String> settings = new HashMap<>();
        settings.put("name", "reporting");
        settings.put("database.url", "jdbc:postgresql://localhost:" + throughPort + "/" + name);
        settings.put("database.user", "postgres");
        settings.put("database.password", "postgres");
        settings.put("database.timeout.ms", "1000");
        settings.put("retry.backoff.ms", "1");
        settings.put("retry.backoff.max.ms", "4");
        return settings;
    }

    /** Lets the next inserts into a table of schema lamplight fail with this SQLState. */
    void failInserts(String table, String sqlState, int times) {
        execute("""
                create sequence if not exists public.inserts;
                select setval('public.inserts', 1, false);
                create or replace function public.fail() returns trigger language plpgsql as $$
                begin
                    if nextval('public.inserts') <= %d then
                        raise exception 'injected' using errcode = '%s';
                    end if;
                    return null;
                end $$;
                create or replace trigger fail before insert on lamplight.%s execute function public.fail();
                """.formatted(times, sqlState, table));
    }

    /** Runs statements. */
    void execute(String sql) {
        jdbi.useHandle(handle -> handle.createScript(sql).execute());
    }

    /** Rows of a query, each a map from column to value; arrays as lists, nulls left out. */
    List<Map<String, Object>> query(String sql) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .map((row, context) -> {
                    Map<String, Object> values = new HashMap<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        Object value = row.getObject(i);
                        if (value != null) {
                            values.put(
                                    row.getMetaData().getColumnLabel(i),
                                    value instanceof Array array ? Arrays.asList((Object[]) array.getArray()) : value);
                        }
                    }
                    return values;
                })
                .list());
    }

    /** The single value of a query. */
    Object value(String sql) {
        return query(sql).get(0).values().iterator().next();
    }

    /** Number of rows of a table in schema lamplight. */
    long count(String table) {
        return (Long) value("select count(*) from lamplight." + table);
    }
}
