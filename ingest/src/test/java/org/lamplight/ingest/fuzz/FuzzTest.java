package org.lamplight.ingest.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaBookException;
import org.lamplight.ingest.mapping.ExportMapper;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.MappingException;
import org.lamplight.ingest.mapping.Outcome;
import org.lamplight.ingest.mapping.RowMapper;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Format;
import org.lamplight.ingest.rows.Problem;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;
import org.lamplight.ingest.rules.Rule;
import org.lamplight.ingest.source.Concerns;

/**
 * Gives the readers damaged exports, mappings and area books. Nothing may crash or hang, every row must be accepted,
 * rejected by a rule or skipped by its mapping, and no message may quote. Short by default; docs/RELIABILITY.md has the
 * long form, whose size comes from {@code lamplight.fuzz.rows} and {@code lamplight.fuzz.seed}.
 */
class FuzzTest {
    private static final long ROWS = Long.getLong("lamplight.fuzz.rows", 40_000);
    private static final long SEED = Long.getLong("lamplight.fuzz.seed", 1);
    private static final int ROWS_PER_FILE = 16;
    private static final int HOURS = 2;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-31T12:00:00Z"), ZoneOffset.UTC);
    private static final byte[] KEY = "a key for tests, no secret".getBytes(UTF_8);
    private static final List<String> RULES =
            Arrays.stream(Rule.values()).map(Rule::id).toList();

    private final Random random = new Random(SEED);
    private final Mutator mutator = new Mutator(random);
    private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);

    private enum Fate {
        ACCEPTED,
        REJECTED,
        SKIPPED,
        FILE_REFUSED
    }

    /** The exports that are damaged, with each way of cutting a file into rows. */
    private enum Source {
        STREETSAFE("streetsafe", "export.csv"),
        STOP_HATE_UK("stop-hate-uk", "export.jsonl"),
        RETAIL("retail", "export.csv"),
        CONCERNS("concerns", "");

        private final String name;
        private final String export;

        Source(String name, String export) {
            this.name = name;
            this.export = export;
        }

        Mapping mapping(Path folder) {
            return this == CONCERNS ? Mapping.read(Concerns.mapping(folder, "json")) : Mapping.read(name);
        }

        /** Its rows, a CSV header first. */
        List<byte[]> rows() throws IOException {
            if (this == CONCERNS) {
                return Arrays.stream(Concerns.items(1, 20).split("(?<=\\}),|[\\[\\]]"))
                        .filter(item -> !item.isEmpty())
                        .map(item -> item.getBytes(UTF_8))
                        .toList();
            }
            String golden = "/org/lamplight/ingest/mapping/golden/" + name + "/" + export;
            try (InputStream in = FuzzTest.class.getResourceAsStream(golden)) {
                String text = new String(in.readAllBytes(), UTF_8);
                return text.lines()
                        .filter(line -> !line.isBlank())
                        .map(line -> line.getBytes(this == RETAIL ? ISO_8859_1 : UTF_8))
                        .toList();
            }
        }
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @Timeout(value = HOURS, unit = TimeUnit.HOURS)
    void shouldAccountForEveryRowOfDamagedExports(Source source) throws IOException {
        Mapping mapping = source.mapping(folder);
        AreaBook areas =
                source == Source.CONCERNS ? AreaBook.read(Concerns.areas(folder)) : AreaBook.northamptonshire();
        RowMapper mapper = new RowMapper(mapping, areas, KEY, CLOCK);
        List<byte[]> rows = source.rows();

        long mutated = 0;
        while (mutated < ROWS / Source.values().length) {
            byte[] export = export(mapping.format(), rows);
            mutated += ROWS_PER_FILE;
            try {
                read(mapper, export);
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Seed " + SEED + ", " + source.name + ", after " + mutated + " rows", e);
            }
        }
        System.out.printf("[fuzz] %s: %d mutated rows, %s%n", source.name, mutated, fates);
        assertThat(fates).containsKeys(Fate.ACCEPTED, Fate.REJECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"streetsafe", "stop-hate-uk", "retail"})
    @Timeout(value = HOURS, unit = TimeUnit.HOURS)
    void shouldReadDamagedMappingsOrSayWhatIsWrong(String name) throws IOException {
        byte[] yaml;
        try (InputStream in = Mapping.class.getResourceAsStream("/org/lamplight/ingest/sources/" + name + ".yaml")) {
            yaml = in.readAllBytes();
        }
        Mutator lines = new Mutator(random, "&a ", "*a", "<<: ", "!!java.io.File ", "- ", "? ", ": ", "|\n", "%", "@");
        long read = 0;
        long files = ROWS / 100;
        for (long file = 0; file < files; file++) {
            byte[] mutated = lines.mutate(yaml);
            try {
                Mapping mapping = Mapping.parse("fuzzed", new String(mutated, UTF_8));
                new RowMapper(mapping, AreaBook.northamptonshire(), KEY, CLOCK).export();
                read++;
            } catch (MappingException said) {
                assertThat(said.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Seed " + SEED + ", mapping " + name + ", file " + file, e);
            }
        }
        System.out.printf("[fuzz] mapping %s: %d mutated files, %d still read%n", name, files, read);
    }

    @Test
    @Timeout(value = HOURS, unit = TimeUnit.HOURS)
    void shouldReadDamagedAreaBooksOrSayWhatIsWrong() throws IOException {
        byte[] book = Unpacking.unpacked(Files.readAllBytes(Concerns.areas(folder)));
        byte[] head = Arrays.copyOf(book, Math.min(book.length, 2_000));
        long read = 0;
        long files = ROWS / 100;
        for (long file = 0; file < files; file++) {
            Path damaged = Files.write(folder.resolve("damaged"), gzip(mutator.mutate(head)));
            try {
                AreaBook.read(damaged);
                read++;
            } catch (AreaBookException said) {
                assertThat(said.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("Seed " + SEED + ", area book " + file, e);
            }
        }
        System.out.printf("[fuzz] area book: %d mutated files, %d still read%n", files, read);
    }

    /** An export of some rows, of which about half are damaged, and now and then the whole of it. */
    private byte[] export(Format format, List<byte[]> rows) {
        boolean array = format instanceof Format.JsonArray;
        int headers = format instanceof Format.Csv ? 1 : 0;
        List<byte[]> chosen = new ArrayList<>(rows.subList(0, headers));
        for (int row = 0; row < ROWS_PER_FILE; row++) {
            chosen.add(mutator.mutate(rows.get(headers + random.nextInt(rows.size() - headers))));
            chosen.add(rows.get(headers + random.nextInt(rows.size() - headers)));
        }
        ByteArrayOutputStream export = new ByteArrayOutputStream();
        export.writeBytes(array ? new byte[] {'['} : new byte[0]);
        for (int row = 0; row < chosen.size(); row++) {
            export.writeBytes(chosen.get(row));
            export.write(!array ? '\n' : row + 1 < chosen.size() ? ',' : ']');
        }
        return random.nextInt(8) == 0 ? mutator.mutate(export.toByteArray()) : export.toByteArray();
    }

    private void read(RowMapper mapper, byte[] export) throws IOException {
        boolean packed = random.nextInt(16) == 0;
        byte[] bytes = packed ? gzip(export) : export;
        if (packed && random.nextBoolean()) {
            bytes = mutator.mutate(bytes);
        }
        List<Entry> entries = entries(mapper.mapping(), bytes);
        Unpacking.of(bytes)
                .ifPresent(
                        unpacked -> Accounting.check(unpacked, mapper.mapping().format(), entries));
        ExportMapper mapped = mapper.export();
        entries.forEach(entry -> fates.merge(fate(mapped, entry), 1L, Long::sum));
    }

    private static List<Entry> entries(Mapping mapping, byte[] bytes) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (RowReader reader =
                RowReader.open(new ByteArrayInputStream(bytes), mapping.format(), mapping.requiredColumns())) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                entries.add(next.get());
                assertThat(entries.size()).as("entries").isLessThanOrEqualTo(bytes.length * 1_100 + 1);
            }
        }
        return entries;
    }

    private static Fate fate(ExportMapper mapper, Entry entry) {
        if (entry instanceof Problem problem) {
            return refused(problem);
        }
        Outcome outcome = mapper.map((Row) entry);
        if (outcome instanceof Outcome.Accepted report) {
            report.value().validate();
            return Fate.ACCEPTED;
        }
        return outcome instanceof Outcome.Rejected rejected ? refused(rejected.problem()) : Fate.SKIPPED;
    }

    private static Fate refused(Problem problem) {
        assertThat(problem.rule()).isIn(RULES);
        assertThat(problem.message()).isNotBlank().doesNotContain(Mutator.CANARY);
        return problem.wholeFile() ? Fate.FILE_REFUSED : Fate.REJECTED;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
