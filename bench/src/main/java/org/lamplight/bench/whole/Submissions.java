package org.lamplight.bench.whole;

import com.uber.h3core.util.LatLng;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.bench.MadeUpReports;
import org.lamplight.bench.ingest.RetailFile;
import org.lamplight.local.demo.Grid;

/**
 * Made-up exports of the retail source, which its shipped mapping reads. Shops are anywhere in the county, a few popular and
 * most not; only one cell of the surface has none but those of the samples.
 */
final class Submissions {
    /** The source, which is its category too. */
    static final String SOURCE = "retail";

    private static final int SURFACE_RESOLUTION = 8;
    private static final double WEEK = 7;
    private static final long SEED = 42;
    /** What the mapping reads but few fill in. */
    private static final List<String> BLANK = List.of(
            "Violence",
            "Threat",
            "Verbal abuse",
            "Weapon",
            "Injury",
            "Value recovered",
            "CCTV",
            "Statement",
            "Images",
            "Known offender",
            "Outcome",
            "Outcome date");

    private final Grid grid = new Grid();
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final AreaBook book = AreaBook.northamptonshire();
    private final long[] cells = book.cells(Cells.RESOLUTION);
    private final MadeUpReports anyDay = new MadeUpReports(cells.length, 0);
    private final long sampleCell = cells[cells.length / 2];
    private int reports;

    /** The force whose county it is. */
    String force() {
        return book.force();
    }

    /** The cell of the surface in which samples lie. */
    String sampledCell() {
        return Cells.name(Cells.parent(sampleCell, SURFACE_RESOLUTION));
    }

    /**
     * Writes so many reports, nearly, that happened evenly over the years up to a day, into a file for each month.
     *
     * @return how many happened on each day
     */
    Map<LocalDate, Integer> write(Path directory, int about, LocalDate last, int days) throws IOException {
        MadeUpReports made = new MadeUpReports(cells.length, WEEK * about / days);
        Map<LocalDate, Integer> counts = new TreeMap<>();
        List<String> rows = new ArrayList<>();
        for (LocalDate day = last.minusDays(days - 1L); !day.isAfter(last); day = day.plusDays(1)) {
            int[] places = made.of(Math.toIntExact(day.toEpochDay()));
            counts.put(day, places.length);
            for (int place : places) {
                rows.add(row(day, cells[place]));
            }
            if (day.equals(last) || day.plusDays(1).getDayOfMonth() == 1) {
                write(directory.resolve(SOURCE + "-" + day + ".csv"), rows);
                rows.clear();
            }
        }
        return counts;
    }

    /**
     * Rows of so many reports that happened on a day, one of them at a random position a sample.
     *
     * @return the rows, and the sample's own number
     */
    Batch batch(int count, LocalDate day) {
        int[] places = anyDay.some(count, reports);
        int sampled = random.nextInt(count);
        List<String> rows = new ArrayList<>();
        String sample = number(reports + sampled);
        for (int i = 0; i < count; i++) {
            rows.add(row(day, i == sampled ? sampleCell : elsewhere(places[i])));
        }
        return new Batch(rows, sample);
    }

    /**
     * Rows.
     *
     * @param rows as the export has them
     * @param sample the source's own number of the report that is the sample
     */
    record Batch(List<String> rows, String sample) {}

    /** Writes an export. */
    static void write(Path file, List<String> rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, RetailFile.CHARSET)) {
            out.write(RetailFile.HEADER + ";" + String.join(";", BLANK));
            out.newLine();
            for (String row : rows) {
                out.write(row);
                out.newLine();
            }
        }
    }

    private static String number(int report) {
        return "BCP-" + report;
    }

    private long elsewhere(int place) {
        int next = place;
        while (Cells.parent(cells[next], SURFACE_RESOLUTION) == Cells.parent(sampleCell, SURFACE_RESOLUTION)) {
            next = (next + 1) % cells.length;
        }
        return cells[next];
    }

    private String row(LocalDate day, long cell) {
        LatLng centre = Cells.centre(cell);
        Grid.Reference at = grid.of(centre.lat, centre.lng);
        return RetailFile.row(number(reports++), day, Cells.name(cell), at.easting(), at.northing(), random)
                + ";".repeat(BLANK.size());
    }
}
