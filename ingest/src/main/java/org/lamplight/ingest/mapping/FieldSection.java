package org.lamplight.ingest.mapping;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.lamplight.ingest.rules.CodeList;
import org.lamplight.ingest.rules.FlagWords;
import org.lamplight.ingest.rules.TimeFormat.Precision;

/** Reads one field: the name of its column, or a block with column and what its type allows. The type is Avro's. */
final class FieldSection {
    private static final List<String> FALLBACKS = List.of("OTHER", "UNKNOWN");

    private FieldSection() {}

    static Optional<FieldReader> read(Section fields, String field, Schema type, Kind kind, ZoneId zone) {
        Schema value = withoutNull(type);
        if (fields.isText(field)) {
            return fields.text(field).flatMap(column -> plain(fields, field, column, value, kind));
        }
        return fields.section(field).flatMap(block -> {
            Optional<String> column = block.requiredText("column", "the name of a column");
            Optional<FieldReader> reader = column.flatMap(name -> reader(block, field, name, value, kind, zone));
            block.close();
            return reader;
        });
    }

    /** A field of which the mapping names only the column. */
    private static Optional<FieldReader> plain(Section fields, String field, String column, Schema type, Kind kind) {
        return switch (type.getType()) {
            case BOOLEAN -> Optional.of(new FieldReader.Flag(column, FlagWords.USUAL));
            case LONG -> Optional.of(new FieldReader.Whole(column));
            case STRING -> Optional.of(text(field, column, kind));
            case ENUM -> Optional.of(new FieldReader.OneCode(field, column, ownNames(type), fallback(type)));
            case ARRAY -> Optional.of(many(field, column, type, ownNames(type.getElementType()), ""));
            default -> {
                fields.note(field, "must say column and format, e.g. { column: Date, format: dd/MM/yyyy }");
                yield Optional.empty();
            }
        };
    }

    private static Optional<FieldReader> reader(
            Section block, String field, String column, Schema type, Kind kind, ZoneId zone) {
        return switch (type.getType()) {
            case BOOLEAN -> Optional.of(new FieldReader.Flag(column, flags(block)));
            case LONG -> Optional.of(amount(block, column));
            case STRING -> Optional.of(text(field, column, kind));
            case ENUM ->
                Optional.of(
                        new FieldReader.OneCode(field, column, CodesSection.read(block, type, true), fallback(type)));
            case ARRAY ->
                Optional.of(many(
                        field,
                        column,
                        type,
                        CodesSection.read(block, type.getElementType(), false),
                        block.text("separator").orElse("")));
            case INT -> date(block, type, zone);
            default -> throw new IllegalStateException("No mapping for fields of type " + type);
        };
    }

    private static FieldReader text(String field, String column, Kind kind) {
        return kind.pseudonymised().contains(field)
                ? new FieldReader.Pseudonym(field, column)
                : new FieldReader.Code(column);
    }

    private static FieldReader many(String field, String column, Schema type, CodeList codes, String separator) {
        return new FieldReader.ManyCodes(field, column, codes, fallback(type.getElementType()), separator.strip());
    }

    private static FieldReader amount(Section block, String column) {
        return block.choice("unit", List.of("pounds", "pence"))
                        .filter("pounds"::equals)
                        .isPresent()
                ? new FieldReader.Pence(column)
                : new FieldReader.Whole(column);
    }

    private static Optional<FieldReader> date(Section block, Schema type, ZoneId zone) {
        if (!(type.getLogicalType() instanceof LogicalTypes.Date)) {
            throw new IllegalStateException("No mapping for fields of type " + type);
        }
        return TimeSection.read(block, zone, EnumSet.of(Precision.DAY)).map(FieldReader.Day::new);
    }

    private static FlagWords flags(Section block) {
        List<String> yes = block.texts("yes");
        List<String> no = block.texts("no");
        if (yes.isEmpty() && no.isEmpty()) {
            return FlagWords.USUAL;
        }
        if (yes.isEmpty() || no.isEmpty()) {
            block.note("needs words for both yes and no");
        }
        yes.stream().filter(no::contains).forEach(word -> block.note("yes", "has " + word + ", as has no"));
        return new FlagWords(yes, no);
    }

    private static CodeList ownNames(Schema symbols) {
        return new CodeList(CodesSection.ownNames(symbols), List.of());
    }

    private static String fallback(Schema symbols) {
        return FALLBACKS.stream().filter(symbols::hasEnumSymbol).findFirst().orElseThrow();
    }

    private static Schema withoutNull(Schema type) {
        return type.isUnion()
                ? type.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : type;
    }
}
