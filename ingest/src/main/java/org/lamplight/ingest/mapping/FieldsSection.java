package org.lamplight.ingest.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** Reads the keys fields and required: which of the kind's fields come from which columns. */
final class FieldsSection {
    private final Section root;
    private final Kind kind;
    private final ZoneId zone;

    /**
     * The fields of a mapping.
     *
     * @param kind its kind; null where that is wrong, and then no field can be right
     */
    FieldsSection(Section root, Kind kind, ZoneId zone) {
        this.root = root;
        this.kind = kind;
        this.zone = zone;
    }

    List<FieldMapping> read() {
        Optional<Section> fields = root.section("fields");
        Set<String> mapped = fields.map(Section::keys).orElse(Set.of());
        Set<String> required = new LinkedHashSet<>(root.texts("required"));
        if (kind == null) {
            return List.of();
        }
        Map<String, Schema> types = types();
        required.stream()
                .filter(field -> !mapped.contains(field))
                .forEach(field -> root.note("required", "names " + field + ", which is not among the fields mapped"));
        List<FieldMapping> mappings = new ArrayList<>();
        for (String field : mapped) {
            if (types.containsKey(field)) {
                FieldSection.read(fields.orElseThrow(), field, types.get(field), kind, zone)
                        .ifPresent(reader -> mappings.add(new FieldMapping(field, reader, required.contains(field))));
            } else {
                fields.orElseThrow()
                        .note(
                                field,
                                "is no field of a " + kind.id() + "; its fields are "
                                        + String.join(", ", types.keySet()));
            }
        }
        return mappings;
    }

    private Map<String, Schema> types() {
        return kind.schema().getFields().stream()
                .filter(field -> !field.name().equals(Kind.REPORT))
                .collect(Collectors.toMap(
                        Schema.Field::name, Schema.Field::schema, (one, other) -> one, LinkedHashMap::new));
    }
}
