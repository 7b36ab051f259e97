package org.lamplight.local.evaluate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.lamplight.areas.Cells;

/** Events of a public data set by week and cell. Cells go by their number in the file; weeks from 0, without gaps. */
final class PlacedEvents {
    /** Farthest ring whose cells are known. */
    static final int RINGS = 2;

    private final double[] areas;
    private final int[][][] rings;
    private final int[][] counts;

    private PlacedEvents(double[] areas, int[][][] rings, int[][] counts) {
        this.areas = areas;
        this.rings = rings;
        this.counts = counts;
    }

    /**
     * Reads a data set.
     *
     * @param cells CSV with the columns cell (H3, all of one resolution) and area_km2: the study area
     * @param events CSV with the columns week (0, 1, …), cell and count; a week and cell without a row has none
     * @throws IllegalArgumentException if a file is not like that
     */
    static PlacedEvents read(Path cells, Path events) {
        List<NamedCsvRecord> places = rows(cells);
        Map<Long, Integer> numbers = new HashMap<>();
        double[] areas = new double[places.size()];
        for (int number = 0; number < areas.length; number++) {
            areas[number] = Double.parseDouble(places.get(number).getField("area_km2"));
            numbers.put(Cells.parse(places.get(number).getField("cell")), number);
        }
        List<NamedCsvRecord> rows = rows(events);
        int weeks = 1 + rows.stream().mapToInt(row -> whole(row, "week")).max().orElse(-1);
        int[][] counts = new int[weeks][areas.length];
        for (NamedCsvRecord row : rows) {
            Integer number = numbers.get(Cells.parse(row.getField("cell")));
            if (number == null) {
                throw new IllegalArgumentException(
                        "Row " + row.getStartingLineNumber() + " of " + events + " has a cell that is not in " + cells);
            }
            counts[whole(row, "week")][number] += whole(row, "count");
        }
        return new PlacedEvents(areas, rings(numbers), counts);
    }

    private static List<NamedCsvRecord> rows(Path file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
            return reader.stream().toList();
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static int whole(NamedCsvRecord row, String column) {
        try {
            return Integer.parseInt(row.getField(column));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Row " + row.getStartingLineNumber() + " has no whole number in column " + column + ".", e);
        }
    }

    private static int[][][] rings(Map<Long, Integer> numbers) {
        int[][][] rings = new int[RINGS + 1][numbers.size()][];
        numbers.forEach((cell, number) -> {
            long[] inner = {};
            for (int ring = 0; ring <= RINGS; ring++) {
                long[] disk = Cells.disk(cell, ring);
                rings[ring][number] = without(disk, inner)
                        .mapToObj(numbers::get)
                        .filter(near -> near != null)
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .toArray();
                inner = disk;
            }
        });
        return rings;
    }

    private static LongStream without(long[] some, long[] others) {
        return Arrays.stream(some).filter(one -> Arrays.stream(others).noneMatch(other -> other == one));
    }

    int weeks() {
        return counts.length;
    }

    double[] areas() {
        return areas.clone();
    }

    int cells() {
        return areas.length;
    }

    /** Cells so many steps away from a cell, inside the study area; the cell itself for 0. */
    int[] ring(int steps, int cell) {
        return rings[steps][cell];
    }

    /** Events of every cell in a week. */
    double[] week(int week) {
        return Arrays.stream(counts[week]).asDoubleStream().toArray();
    }

    /** Events of every cell from one week to before another. */
    long[] between(int from, int to) {
        long[] sum = new long[areas.length];
        for (int week = Math.max(0, from); week < to; week++) {
            for (int cell = 0; cell < sum.length; cell++) {
                sum[cell] += counts[week][cell];
            }
        }
        return sum;
    }

    /** Events a week. */
    double weeklyMean() {
        return IntStream.range(0, weeks())
                .mapToDouble(week -> Arrays.stream(counts[week]).sum())
                .average()
                .orElse(0);
    }

    /** A random choice of the events: each stays with the same chance, so that about so many a week are left. */
    PlacedEvents thinned(double perWeek, RandomGenerator random) {
        double chance = perWeek / weeklyMean();
        int[][] left = new int[counts.length][areas.length];
        for (int week = 0; week < left.length; week++) {
            for (int cell = 0; cell < areas.length; cell++) {
                for (int event = 0; event < counts[week][cell]; event++) {
                    left[week][cell] += random.nextDouble() < chance ? 1 : 0;
                }
            }
        }
        return new PlacedEvents(areas, rings, left);
    }
}
