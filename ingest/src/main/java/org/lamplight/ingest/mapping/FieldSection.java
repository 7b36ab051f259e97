package org.lamplight.ingest.mapping;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.lamplight.ingest.rules.FlagWords;
import org.lamplight.ingest.rules.TimeFormat.Precision;

/** Reads one field: the name of its column, or a block with column and what its type allows. The type is Avro's. */
final class FieldSection {
    private static final List<String> FALLBACKS = List.of("OTHER", "UNKNOWN");

    private final Section block;
    private final String field;
    private final String column;

    private FieldSection(Section block, String field, String column) {
        this.block = block;
        this.field = field;
        this.column = column;
    }

    /** Reads the field of this name, of a kind whose schema gives it this type. */
    static Optional<FieldReader> read(Section fields, String field, Schema type, Kind kind, ZoneId zone) {
        return fields.section(field, "column").flatMap(block -> {
            Optional<FieldReader> reader = block.requiredText("column", "the name of a column")
                    .flatMap(column -> new FieldSection(block, field, column).reader(withoutNull(type), kind, zone));
            block.close();
            return reader;
        });
    }

    private Optional<FieldReader> reader(Schema type, Kind kind, ZoneId zone) {
        return switch (type.getType()) {
            case BOOLEAN -> Optional.of(new FieldReader.Flag(column, flagWords()));
            case LONG -> Optional.of(amount());
            case STRING -> Optional.of(text(kind));
            case ENUM -> Optional.of(oneCode(type));
            case ARRAY -> Optional.of(manyCodes(type.getElementType()));
            case INT -> TimeSection.read(block, zone, EnumSet.of(Precision.DAY)).map(FieldReader.Day::new);
            default -> throw new IllegalStateException("No mapping for fields of type " + type);
        };
    }

    private FlagWords flagWords() {
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

    private FieldReader amount() {
        Optional<String> unit = block.choice("unit", List.of("pounds", "pence"));
        return unit.isPresent() && unit.get().equals("pounds")
                ? new FieldReader.Pence(column)
                : new FieldReader.Whole(column);
    }

    private FieldReader text(Kind kind) {
        return kind.pseudonymised().contains(field)
                ? new FieldReader.Pseudonym(field, column)
                : new FieldReader.Code(column);
    }

    private FieldReader oneCode(Schema symbols) {
        return new FieldReader.OneCode(field, column, CodesSection.read(block, symbols, true), fallback(symbols));
    }

    private FieldReader manyCodes(Schema symbols) {
        String separator = block.text("separator").map(String::strip).orElse("");
        return new FieldReader.ManyCodes(
                field, column, CodesSection.read(block, symbols, false), fallback(symbols), separator);
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
