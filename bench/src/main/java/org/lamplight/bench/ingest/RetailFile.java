package org.lamplight.bench.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** A made-up export of shops' submissions, of the twelve columns that are most often filled; every row is a good one. */
public final class RetailFile {
    /** How it is written. */
    public static final Charset CHARSET = Charset.forName("windows-1252");
    /** What stands between its values. */
    static final char DELIMITER = ';';

    /** How many values a row has. */
    static final int COLUMNS = 12;

    /** Its first line. */
    public static final String HEADER =
            "Incident No;Last updated;Reported;From;To;Store ID;Easting;Northing;Type;Value stolen;Stage;Status";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    /** When shops open; at night clocks change, and some times do not exist. */
    private static final LocalTime OPENING = LocalTime.of(9, 0);

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
                int shop = random.nextInt(SHOPS);
                LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
                out.write(row("BCP-" + row, day, "S" + shop, shops[shop][0], shops[shop][1], random));
                out.newLine();
            }
        }
        return file;
    }

    /**
     * A row.
     *
     * @param number the report's, as its source numbers it
     * @param day when it happened, while shops were open
     * @param store which shop
     * @param easting the shop's, in metres
     * @param northing the shop's, in metres
     * @param random decides on the rest
     */
    public static String row(
            String number, LocalDate day, String store, long easting, long northing, SplittableRandom random) {
        int pence = random.nextInt(DEAREST_PENCE);
        LocalDateTime from = day.atTime(OPENING).plusMinutes(random.nextInt(OPEN_MINUTES));
        LocalDateTime to = from.plusMinutes(random.nextInt(60));
        LocalDateTime reported = to.plusMinutes(random.nextInt(120));
        return String.join(
                String.valueOf(DELIMITER),
                number,
                SECOND.format(reported.plusSeconds(random.nextInt(60))),
                MINUTE.format(reported),
                MINUTE.format(from),
                MINUTE.format(to),
                store,
                Long.toString(easting),
                Long.toString(northing),
                TYPES.get(random.nextInt(TYPES.size())),
                String.format(Locale.ROOT, "£%d.%02d", pence / 100, pence % 100),
                "Incident",
                "Open");
    }

    private static int near(int middle, SplittableRandom random) {
        return middle + random.nextInt(2 * TOWN_RADIUS) - TOWN_RADIUS;
    }
}
