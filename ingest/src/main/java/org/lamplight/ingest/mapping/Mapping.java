package org.lamplight.ingest.mapping;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lamplight.ingest.rows.Format;

/**
 * What makes a source: how the rows of its exports become reports of a kind. docs/MAPPINGS.md explains the files that
 * hold it.
 *
 * @param source id of the source
 * @param kind kind of report
 * @param format how a file is cut into rows
 * @param take which rows are taken; empty for all
 * @param withdraw which rows take their report back; empty for none
 * @param identity what makes two rows the same report
 * @param revision which version a row is; empty where the latest to come wins
 * @param received when the pipeline received it, where an export says so
 * @param reported when the person made the report
 * @param occurrence when it happened
 * @param place where it happened
 * @param fields the fields of the kind
 * @param neverRead columns, or JSON objects, that are never read into a record
 * @param optional columns that a file may lack
 */
public record Mapping(
        String source,
        Kind kind,
        Format format,
        Optional<Condition> take,
        Optional<Condition> withdraw,
        Identity identity,
        Optional<Revision> revision,
        Optional<TimeColumn> received,
        Optional<TimeColumn> reported,
        Occurrence occurrence,
        Place place,
        List<FieldMapping> fields,
        Set<String> neverRead,
        Set<String> optional) {

    /**
     * Reads a mapping.
     *
     * @param nameOrFile name of a shipped mapping, e.g. streetsafe, or path of a file
     * @throws MappingException with everything that is wrong
     */
    public static Mapping read(String nameOrFile) {
        return MappingFiles.read(nameOrFile);
    }

    /**
     * Reads a mapping file.
     *
     * @throws MappingException with everything that is wrong
     */
    public static Mapping read(Path file) {
        return MappingFiles.read(file);
    }

    /**
     * Reads the text of a mapping.
     *
     * @param name how messages call it
     * @throws MappingException with everything that is wrong
     */
    public static Mapping parse(String name, String yaml) {
        return MappingReader.read(name, yaml);
    }

    /** The names of the shipped mappings. */
    public static List<String> shipped() {
        return MappingFiles.SHIPPED;
    }

    /** The columns that are read. */
    public Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        take.ifPresent(condition -> columns.addAll(condition.wordsByColumn().keySet()));
        withdraw.ifPresent(condition -> columns.addAll(condition.wordsByColumn().keySet()));
        columns.addAll(identity.columns());
        columns.addAll(identity.content());
        revision.ifPresent(column -> columns.add(column.column()));
        received.ifPresent(column -> columns.add(column.column()));
        reported.ifPresent(column -> columns.add(column.column()));
        columns.addAll(occurrence.columns());
        columns.addAll(place.columns());
        fields.forEach(field -> columns.add(field.reader().column()));
        return columns;
    }

    /** The columns that a file must have. */
    public Set<String> requiredColumns() {
        Set<String> required = columns();
        required.removeAll(optional);
        return required;
    }

    /** Whether a column is never read: by its own name, or as a part of a JSON object that is never read. */
    public boolean isNeverRead(String column) {
        return neverRead.stream().anyMatch(name -> column.equals(name) || column.startsWith(name + "."));
    }

    /** The columns of these that the mapping neither reads nor says are never read. */
    public Set<String> unknownColumns(Set<String> present) {
        Set<String> unknown = new LinkedHashSet<>(present);
        unknown.removeAll(columns());
        unknown.removeIf(this::isNeverRead);
        return unknown;
    }
}
