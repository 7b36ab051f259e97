package org.lamplight.ingest.mapping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.lamplight.areas.AreaBook;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.rows.Entry;
import org.lamplight.ingest.rows.Row;
import org.lamplight.ingest.rows.RowReader;

/** Prints how many rows are mapped in a second of one core's time: of a StreetSafe and of a retail export, ten rounds. */
final class MappingSpeed {
    private static final int ROWS = 100_000;
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    private MappingSpeed() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        measure("streetsafe", streetSafe(new Random(1)));
        measure("retail", retail(new Random(1)));
    }

    private static void measure(String name, String export) throws IOException {
        Mapping mapping = Mapping.read(name);
        byte[] key = "a key for tests, no secret".getBytes(StandardCharsets.UTF_8);
        RowMapper mapper = new RowMapper(mapping, AreaBook.northamptonshire(), key, Clock.systemUTC());
        List<Row> rows = rows(mapping, export);
        for (int round = 0; round < 10; round++) {
            ExportMapper mapped = mapper.export();
            long start = CPU.getCurrentThreadCpuTime();
            long accepted = rows.stream()
                    .filter(row -> mapped.map(row) instanceof Accepted)
                    .count();
            double seconds = (CPU.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf(
                    Locale.ROOT, "%s: %d of %d accepted, %.0f rows/s%n", name, accepted, rows.size(), ROWS / seconds);
        }
    }

    private static List<Row> rows(Mapping mapping, String export) throws IOException {
        InputStream bytes = new ByteArrayInputStream(export.getBytes(StandardCharsets.ISO_8859_1));
        List<Row> rows = new ArrayList<>();
        try (RowReader reader = RowReader.open(bytes, mapping.format(), mapping.requiredColumns())) {
            for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
                Entry found = entry.get();
                if (!(found instanceof Row row)) {
                    throw new IllegalStateException(found.toString());
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static String streetSafe(Random random) {
        StringBuilder export = new StringBuilder("Submitted,Date,Time,Latitude,Longitude,Place reasons,"
                + "Behaviour reasons,Reported to police,Age range,Gender,Ethnicity\n");
        for (int i = 0; i < ROWS; i++) {
            int day = 1 + random.nextInt(28);
            export.append(String.format(
                    Locale.ROOT,
                    "%02d/01/2026 22:%02d,%02d/01/2026,21:%02d,%.6f,%.6f,Absence of CCTV; Badly lit,Being followed,,,,%n",
                    day,
                    random.nextInt(60),
                    day,
                    random.nextInt(60),
                    52.2 + random.nextDouble() * 0.1,
                    -0.95 + random.nextDouble() * 0.1));
        }
        return export.toString().replace(",,,,", ",No,,,");
    }

    private static String retail(Random random) {
        StringBuilder export = new StringBuilder("Incident No;Last updated;Reported;From;To;Store ID;Store;Easting;"
                + "Northing;Type;Violence;Threat;Verbal abuse;Weapon;Injury;Value stolen;Value recovered;CCTV;"
                + "Statement;Images;Crime ref;Offender;Known offender;Stage;Status;Outcome;Outcome date\n");
        for (int i = 0; i < ROWS; i++) {
            int day = 1 + random.nextInt(28);
            export.append(String.format(
                    Locale.ROOT,
                    "BCP-%06d;%02d/01/2026 22:10:05;%02d/01/2026 22:01;%02d/01/2026 21:05;%02d/01/2026 21:10;S%03d;x;"
                            + "%d;%d;Shoplifting;Y;N;Y;N;N;\u00a312.50;\u00a30.00;Y;N;Y;;;N;Incident;Open;18;%02d/01/2026%n",
                    i,
                    day,
                    day,
                    day,
                    day,
                    random.nextInt(500),
                    472_000 + random.nextInt(7000),
                    257_000 + random.nextInt(7000),
                    day));
        }
        return export.toString();
    }
}
