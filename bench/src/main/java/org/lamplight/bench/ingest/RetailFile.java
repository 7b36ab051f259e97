package org.lamplight.bench.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made-up export of shops' submissions, of the twelve columns that are most often filled; every row is a good one. */
final class RetailFile {
    /** How it is written. */
    static final Charset CHARSET = Charset.forName("windows-1252");
    /** What stands between its values. */
    static final char DELIMITER = ';';

    /** How many values a row has. */
    static final int COLUMNS = 12;

    private static final String HEADER =
            "Incident No;Last updated;Reported;From;To;Store ID;Easting;Northing;Type;Value stolen;Stage;Status";
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    /** When shops open; at night clocks change, and some times do not exist. */
    private static final LocalDateTime FIRST = LocalDateTime.of(2023, 1, 1, 9, 0);

    private static final int DAYS = 2 * 365;
    private static final int OPEN_MINUTES = 12 * 60;
    private static final int SHOPS = 1000;
    private static final long SEED = 7;
    private static final List<String> TYPES =
            List.of("Shoplifting", "Shoplifting", "Shoplifting", "Abusive behaviour", "Assault", "Criminal damage");
    /** Middles of towns, eastings and northings in metres. */
    private static final int[][] TOWNS = {{475_500, 260_500}, {486_700, 278_700}, {489_000, 268_000}, {457_000, 262_500}
    };

    private static final int TOWN_RADIUS = 1500;
    private static final int DEAREST_PENCE = 50_000;

    private RetailFile() {}

    /** Writes so many rows. */
    static Path write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        int[][] shops = random.ints(SHOPS, 0, TOWNS.length)
                .mapToObj(town -> new int[] {near(TOWNS[town][0], random), near(TOWNS[town][1], random)})
                .toArray(int[][]::new);
        try (BufferedWriter out = Files.newBufferedWriter(file, CHARSET)) {
            out.write(HEADER);
            out.newLine();
            for (int row = 0; row < rows; row++) {
                out.write(row(row, shops, random));
                out.newLine();
            }
        }
        return file;
    }

    private static String row(int number, int[][] shops, SplittableRandom random) {
        int shop = random.nextInt(SHOPS);
        int pence = random.nextInt(DEAREST_PENCE);
        LocalDateTime from = FIRST.plusDays(random.nextInt(DAYS)).plusMinutes(random.nextInt(OPEN_MINUTES));
        LocalDateTime to = from.plusMinutes(random.nextInt(60));
        LocalDateTime reported = to.plusMinutes(random.nextInt(120));
        return String.join(
                String.valueOf(DELIMITER),
                "BCP-" + number,
                SECOND.format(reported.plusSeconds(random.nextInt(60))),
                MINUTE.format(reported),
                MINUTE.format(from),
                MINUTE.format(to),
                "S" + shop,
                Integer.toString(shops[shop][0]),
                Integer.toString(shops[shop][1]),
                TYPES.get(random.nextInt(TYPES.size())),
                String.format(Locale.ROOT, "£%d.%02d", pence / 100, pence % 100),
                "Incident",
                "Open");
    }

    private static int near(int middle, SplittableRandom random) {
        return middle + random.nextInt(2 * TOWN_RADIUS) - TOWN_RADIUS;
    }
}
