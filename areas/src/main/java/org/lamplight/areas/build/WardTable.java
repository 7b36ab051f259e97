package org.lamplight.areas.build;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lamplight.areas.AreaBookException;

/** What a table of small areas says of wards: their residents, summed, and their councils. */
final class WardTable {
    private final Map<String, Long> residents = new TreeMap<>();
    private final Map<String, Set<String>> councils = new TreeMap<>();

    /** A table that knows no ward. */
    static WardTable empty() {
        return new WardTable();
    }

    /**
     * Reads the table.
     *
     * @throws AreaBookException if a column is missing or a number of residents is none
     */
    static WardTable read(Definition.Table source, Path file) {
        WardTable table = new WardTable();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                table.add(source, row);
            }
            return table;
        } catch (NoSuchElementException | NumberFormatException | CsvParseException e) {
            throw new AreaBookException("The table " + file + " cannot be used: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private void add(Definition.Table source, NamedCsvRecord row) {
        String area = row.getField(source.area());
        String ward = source.corrections().getOrDefault(area, row.getField(source.ward()));
        residents.merge(ward, Long.parseLong(row.getField(source.residents())), Long::sum);
        councils.computeIfAbsent(ward, key -> new TreeSet<>()).add(row.getField(source.council()));
    }

    /** The wards that it knows. */
    Set<String> wards() {
        return residents.keySet();
    }

    OptionalLong residents(String ward) {
        return residents.containsKey(ward) ? OptionalLong.of(residents.get(ward)) : OptionalLong.empty();
    }

    /** The ward's council, if its small areas agree on one. */
    Optional<String> council(String ward) {
        return Optional.ofNullable(councils.get(ward))
                .filter(codes -> codes.size() == 1)
                .map(codes -> codes.iterator().next());
    }
}
