package org.lamplight.ingest.rows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Prints how many rows a second are read on one core: CSV of eleven columns, and JSON Lines, eight rounds each. */
final class ReadingSpeed {
    private static final int ROWS = 500_000;
    private static final String CSV_ROW =
            "04/01/2026 22:10,04/01/2026,21:30,52.240512,-0.902711,Absence of CCTV; Badly lit,\"Being followed\",Yes,25-34,F,\n";
    private static final String JSON_ROW = """
            {"caseRef":"SHUK-2026-000123","version":2,"status":"open","receivedAt":"2026-01-05T22:13:00+00:00",\
            "incident":{"from":"2026-01-04T21:00","to":null,"lat":52.2,"lng":-0.9},"strands":["Disability","Gender"],\
            "recordedAs":"Hate incident","consent":{"police":true,"council":false},"channel":"web"}
            """;

    private ReadingSpeed() {}

    /** Runs it. */
    public static void main(String[] args) throws IOException {
        byte[] csv = Reading.bytes("a,b,c,d,e,f,g,h,i,j,k\n" + CSV_ROW.repeat(ROWS));
        byte[] json = Reading.bytes(JSON_ROW.repeat(ROWS));
        for (int round = 0; round < 8; round++) {
            measure("csv", csv, Reading.CSV);
            measure("json lines", json, Reading.JSON_LINES);
        }
    }

    private static void measure(String name, byte[] export, Format format) throws IOException {
        long start = System.nanoTime();
        long rows = 0;
        try (RowReader reader = RowReader.open(new ByteArrayInputStream(export), format, Set.of())) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                rows += next.get() instanceof Row ? 1 : 0;
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %d rows, %.0f rows/s, %.0f MB/s%n",
                name,
                rows,
                rows / seconds,
                export.length / 1e6 / seconds);
    }
}
