package org.lamplight.reporting.items;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.lamplight.reporting.catalogue.Catalogue.Entry;
import org.lamplight.reporting.catalogue.Column;

/**
 * Rows that were found.
 *
 * @param query what was asked for
 * @param matched how many rows there are, whatever the limit
 * @param rows those that are shown: texts, numbers, flags, dates, instants or lists of texts, by column, also the ones
 *     that are needed but not shown
 */
public record Items(ItemsQuery query, long matched, List<Map<String, Object>> rows) {
    private static final List<String> POSITION = List.of("cell", "latitude", "longitude", "area_code");

    /** Asks the database. */
    public static Items find(Handle handle, ItemsQuery query) {
        List<Object> values = query.conditions().stream()
                .flatMap(condition -> condition.values().stream())
                .toList();
        String from = " from " + query.entry().collection().source() + where(query.conditions());
        Map<String, Column> columns = needed(query);
        String sql = "select " + String.join(", ", columns.keySet()) + from + " order by " + order(query) + " limit "
                + query.limit() + " offset " + query.offset();
        List<Map<String, Object>> rows = bind(handle.createQuery(sql), values)
                .map((row, context) -> read(row, columns.values()))
                .list();
        boolean isAll = rows.size() < query.limit() && (query.offset() == 0 || !rows.isEmpty());
        long matched = isAll
                ? query.offset() + (long) rows.size()
                : bind(handle.createQuery("select count(*)" + from), values)
                        .mapTo(Long.class)
                        .one();
        return new Items(query, matched, rows);
    }

    /** The different values of a column, in order; empty if there are more than so many. */
    public static List<Object> values(Handle handle, Entry entry, Column column, int most) {
        List<Object> values = handle.createQuery("select distinct " + column.name() + " from "
                        + entry.collection().source() + " where " + column.name() + " is not null order by 1 limit "
                        + (most + 1))
                .map((row, context) -> value(row, 1, column.type()))
                .list();
        return values.size() > most ? List.of() : values;
    }

    /** The row's id: the values of its key with colons between them. */
    static String id(Entry entry, Map<String, Object> row) {
        return entry.collection().key().stream()
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining(":"));
    }

    private static Map<String, Column> needed(ItemsQuery query) {
        Map<String, Column> needed = new LinkedHashMap<>();
        query.shown().forEach(column -> needed.put(column.name(), column));
        Stream.concat(query.entry().collection().key().stream(), POSITION.stream())
                .filter(query.entry()::has)
                .forEach(name -> needed.put(name, query.entry().columns().get(name)));
        return needed;
    }

    private static String where(List<Condition> conditions) {
        return conditions.isEmpty()
                ? ""
                : conditions.stream().map(Condition::sql).collect(Collectors.joining(" and ", " where ", ""));
    }

    /** As asked; then by the key, so that pages neither repeat nor miss a row. */
    private static String order(ItemsQuery query) {
        return Stream.concat(query.order().stream(), query.entry().collection().key().stream())
                .map(column ->
                        column.startsWith("-") ? column.substring(1) + " desc nulls last" : column + " nulls last")
                .collect(Collectors.joining(", "));
    }

    private static Query bind(Query query, List<Object> values) {
        for (int i = 0; i < values.size(); i++) {
            query.bind(i, values.get(i));
        }
        return query;
    }

    private static Map<String, Object> read(ResultSet row, Iterable<Column> columns) throws SQLException {
        Map<String, Object> read = new LinkedHashMap<>();
        int i = 1;
        for (Column column : columns) {
            read.put(column.name(), value(row, i++, column.type()));
        }
        return read;
    }

    private static Object value(ResultSet row, int index, Column.Type type) throws SQLException {
        return switch (type) {
            case TEXT -> row.getString(index);
            case INTEGER -> integer(row, index);
            case NUMBER -> row.getObject(index, Double.class);
            case BOOLEAN -> row.getObject(index, Boolean.class);
            case DATE -> row.getObject(index, LocalDate.class);
            case INSTANT -> instant(row.getObject(index, OffsetDateTime.class));
            case TEXTS -> texts(row.getArray(index));
        };
    }

    private static Long integer(ResultSet row, int index) throws SQLException {
        long number = row.getLong(index);
        return row.wasNull() ? null : number;
    }

    private static Object instant(OffsetDateTime moment) {
        return moment == null
                ? null
                : moment.withOffsetSameInstant(ZoneOffset.UTC).toInstant();
    }

    private static List<String> texts(Array array) throws SQLException {
        return array == null ? null : Arrays.asList((String[]) array.getArray());
    }
}
