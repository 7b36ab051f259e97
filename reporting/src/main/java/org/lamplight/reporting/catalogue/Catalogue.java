package org.lamplight.reporting.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The collections as the database has them: with the columns of their views, and the tables behind these. */
public final class Catalogue {
    /** By name, for a cast to regclass asks for rights on the schema. */
    private static final String VIEW =
            "select oid from pg_class where relname = :view and relnamespace = (select oid from pg_namespace where nspname = :schema)";

    private static final String COLUMNS = """
            select attname, format_type(atttypid, atttypmod), coalesce(col_description(attrelid, attnum), '')
            from pg_attribute where attrelid = :oid and attnum > 0 and not attisdropped
            order by attnum
            """;
    private static final String COMMENT = "select coalesce(obj_description(:oid, 'pg_class'), '')";
    /** What a view is made of, through the views that it is made of. */
    private static final String TABLES = """
            with recursive behind as (
                select cast(:oid as oid) as oid
                union
                select used.refobjid
                from behind
                join pg_rewrite on pg_rewrite.ev_class = behind.oid
                join pg_depend as used on used.objid = pg_rewrite.oid and used.classid = 'pg_rewrite'::regclass
                    and used.refclassid = 'pg_class'::regclass)
            select relname from behind join pg_class using (oid) where relkind in ('r', 'p')
            """;

    private final Map<String, Entry> entries;

    private Catalogue(Map<String, Entry> entries) {
        this.entries = entries;
    }

    /**
     * A collection with what the database says of its view.
     *
     * @param collection the collection
     * @param description the view's comment
     * @param columns its columns by their names, in their order
     * @param tables the tables whose changes change it
     */
    public record Entry(Collection collection, String description, Map<String, Column> columns, Set<String> tables) {
        /** Whether it has this column. */
        public boolean has(String column) {
            return columns.containsKey(column);
        }
    }

    /** Reads what there is of every collection. */
    public static Catalogue read(Handle handle) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (Collection collection : Collections.ALL) {
            long oid = handle.createQuery(VIEW)
                    .bind("schema", collection.schema())
                    .bind("view", collection.view())
                    .mapTo(Long.class)
                    .one();
            Map<String, Column> columns = new LinkedHashMap<>();
            handle.createQuery(COLUMNS)
                    .bind("oid", oid)
                    .map((row, context) ->
                            new Column(row.getString(1), Column.Type.of(row.getString(2)), row.getString(3)))
                    .forEach(column -> columns.put(column.name(), column));
            String description = handle.createQuery(COMMENT)
                    .bind("oid", oid)
                    .mapTo(String.class)
                    .one();
            Set<String> tables = handle.createQuery(TABLES)
                    .bind("oid", oid)
                    .mapTo(String.class)
                    .set();
            entries.put(collection.id(), new Entry(collection, description, columns, tables));
        }
        return new Catalogue(entries);
    }

    /** The collection of this id. */
    public Optional<Entry> find(String id) {
        return Optional.ofNullable(entries.get(id));
    }

    /** Every collection, in the order in which they are shown. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }
}
