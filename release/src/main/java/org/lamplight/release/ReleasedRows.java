package org.lamplight.release;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.lamplight.schemas.RecordModel;
import org.lamplight.schemas.ReleasedTrend;

/** The table of released rows: a column for every field of {@link ReleasedTrend}, beside recipient and position. */
final class ReleasedRows {
    private static final List<Field> FIELDS = ReleasedTrend.getClassSchema().getFields();
    private static final RecordModel MODEL = new RecordModel();
    private static final int ROWS_AT_A_TIME = 1_000;

    private static final String INSERT = "insert into lamplight.released (recipient, position, "
            + FIELDS.stream().map(ReleasedRows::column).collect(Collectors.joining(", "))
            + ") values (:recipient, :position, "
            + FIELDS.stream().map(field -> ":" + column(field)).collect(Collectors.joining(", "))
            + ")";

    private ReleasedRows() {}

    /** Every row that was ever released, release by release. */
    static List<ReleasedTrend> all(Handle handle) {
        return handle.createQuery("select * from lamplight.released order by release, position")
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> read(row))
                .list();
    }

    /** The rows of one release in their order. */
    static List<ReleasedTrend> of(Handle handle, String release) {
        return handle.createQuery("select * from lamplight.released where release = :release order by position")
                .bind("release", release)
                .map((row, context) -> read(row))
                .list();
    }

    /** Adds the rows of one release. */
    static void add(Handle handle, List<ReleasedTrend> rows) {
        for (int from = 0; from < rows.size(); from += ROWS_AT_A_TIME) {
            PreparedBatch batch = handle.prepareBatch(INSERT);
            for (int i = from; i < Math.min(rows.size(), from + ROWS_AT_A_TIME); i++) {
                ReleasedTrend row = rows.get(i);
                batch.bind("recipient", PartnerTopics.recipientOf(row)).bind("position", i);
                FIELDS.forEach(field -> batch.bind(column(field), stored(row.get(field.pos()))));
                batch.add();
            }
            batch.execute();
        }
    }

    private static Object stored(Object value) {
        return value instanceof Enum<?> symbol ? symbol.name() : value;
    }

    /** The row that a result of the table stands at. */
    static ReleasedTrend read(ResultSet row) throws SQLException {
        ReleasedTrend read = new ReleasedTrend();
        for (Field field : FIELDS) {
            read.put(field.pos(), read(row, column(field), typeOf(field)));
        }
        return read;
    }

    private static Object read(ResultSet row, String column, Schema type) throws SQLException {
        return switch (type.getType()) {
            case STRING -> row.getString(column);
            case BOOLEAN -> row.getObject(column, Boolean.class);
            case LONG -> row.getObject(column, Long.class);
            case DOUBLE -> row.getObject(column, Double.class);
            case INT ->
                type.getLogicalType() == null
                        ? row.getObject(column, Integer.class)
                        : row.getObject(column, LocalDate.class);
            case ENUM -> symbol(type, row.getString(column));
            default -> throw new IllegalStateException("Nothing reads a column of type " + type.getType() + ".");
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Object symbol(Schema type, String name) {
        return name == null ? null : Enum.valueOf((Class<Enum>) MODEL.getClass(type), name);
    }

    /** The type of a field, without null. */
    private static Schema typeOf(Field field) {
        return field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
    }

    /** {@code ratePer1000} is {@code rate_per1000}. */
    private static String column(Field field) {
        return field.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
