package org.lamplight.ingest.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Topics;

/** Exports of a made-up source of safety concerns: each row has a number, from which all else about it follows. */
public final class Concerns {
    public static final String KEY = "a secret of the tests, long enough";
    public static final String HEADER = "Id,Date,Lat,Lng,Why,Take\n";
    private static final String MAPPING = """
            mapping: 1
            source: tests
            kind: safety-concern
            format: %s
            time-zone: Europe/London
            take-when: { Take: [y] }
            identity: Id
            occurred: { column: Date, format: yyyy-MM-dd }
            location: { latitude: Lat, longitude: Lng }
            fields:
              placeReasons: { column: Why, codes: { BADLY_LIT: [Dark], OTHER: [Other] } }
            """;

    private static final AreaBook AREAS = makeAreas();

    private Concerns() {}

    /** Writes the mapping into a folder. */
    public static Path mapping(Path folder, String format) {
        try {
            return Files.writeString(folder.resolve("tests.yaml"), MAPPING.formatted(format));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a small area book, in which all rows lie, into a folder. */
    public static Path areas(Path folder) {
        Path file = folder.resolve("tests.areas.gz");
        AREAS.write(file);
        return file;
    }

    /** Rows of a CSV file, without header. */
    public static String rows(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> number + ",2026-01-04," + lat(number) + ",-0.9,Dark,y\n")
                .collect(Collectors.joining());
    }

    /** A row that breaks a rule. */
    public static String badRow(int number) {
        return number + ",2026-01-04,0,0,Dark,y\n";
    }

    /** A row that the mapping does not take. */
    public static String skippedRow(int number) {
        return number + ",2026-01-04,52.2,-0.9,Dark,n\n";
    }

    /** Items of a JSON page. */
    public static String items(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> """
                        {"Id":"%d","Date":"2026-01-04","Lat":%s,"Lng":-0.9,"Why":"Dark","Take":"y"}""".formatted(number, lat(number)))
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** The keys of the reports, in order. */
    public static List<String> reports(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().equals(Topics.SAFETY_CONCERN.name()))
                .map(record -> (String) record.key())
                .toList();
    }

    /** What was rejected, in order, as {@code file:line rule}. */
    public static List<String> rejections(List<SourceRecord> records) {
        return records.stream()
                .filter(record -> record.topic().equals(Topics.REJECTED.name()))
                .map(record -> (Struct) record.value())
                .map(row -> row.getString("file") + ':' + row.getInt64("line") + ' ' + row.getString("rule"))
                .toList();
    }

    private static AreaBook makeAreas() {
        Area force = new Area("E23000022", "Tests", AreaKind.FORCE, 0, Optional.empty(), OptionalLong.empty());
        Set<Long> cells = IntStream.range(0, 10_000)
                .mapToObj(number -> Cells.at(Double.parseDouble(lat(number)), -0.9))
                .collect(Collectors.toSet());
        return AreaBook.of("made up", Map.of(force, cells));
    }

    private static String lat(int number) {
        return "52.2%04d".formatted(number % 10_000);
    }
}
