package org.lamplight.schemas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Avro's view of the generated records: the classes of this package and no others. Avro loads a class that a schema
 * names only where a JVM-wide setting trusts it; a schema can come from anyone, so here its name is looked up among the
 * contracts only, and that setting may stay as strict as it is. The build puts this model into every generated record.
 */
public final class RecordModel extends SpecificData {
    private static final String PACKAGE = RecordModel.class.getPackageName();

    private final Map<String, Optional<Class<?>>> classes = new ConcurrentHashMap<>();

    /** A model without logical types; each generated record adds those it uses. */
    public RecordModel() {
        super(RecordModel.class.getClassLoader());
    }

    /** The generated class of a schema, or null where the schema is none of ours and is read as generic data. */
    @Override
    public Class<?> getClass(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED ->
                PACKAGE.equals(schema.getNamespace())
                        ? classes.computeIfAbsent(schema.getFullName(), RecordModel::load)
                                .orElse(null)
                        : null;
            default -> super.getClass(schema);
        };
    }

    /** What is either null or of one type needs no looking for its class among the types. */
    @Override
    public int resolveUnion(Schema union, Object datum) {
        List<Schema> types = union.getTypes();
        boolean nullFirst = types.get(0).getType() == Schema.Type.NULL;
        boolean nullLast = types.get(types.size() - 1).getType() == Schema.Type.NULL;
        if (types.size() == 2 && (nullFirst || nullLast)) {
            return nullFirst == (datum == null) ? 0 : 1;
        }
        return super.resolveUnion(union, datum);
    }

    private static Optional<Class<?>> load(String name) {
        try {
            Class<?> type = Class.forName(name, false, RecordModel.class.getClassLoader());
            return SpecificRecord.class.isAssignableFrom(type) || type.isEnum() ? Optional.of(type) : Optional.empty();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }
}
