package org.lamplight.streams.surface;

import com.uber.h3core.util.LatLng;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.areas.Cells;

/** The study area at one resolution: the cells whose centre lies in the force, each with its neighbours. Immutable. */
public final class Grid {
    /** Says that a cell is not in the grid. */
    public static final int ABSENT = -1;

    private static final int BORDER_RINGS = 2;

    private final AreaBook book;
    private final int resolution;
    private final long[] cells;
    private final int[][] rings;
    private final Disks disks;
    // What rows tell of each cell, looked up once: a surface sends thousands of rows at a time.
    private final String[] names;
    private final LatLng[] centres;
    private final List<Optional<String>> wards;
    private final List<Optional<String>> councils;

    private Grid(AreaBook book, int resolution) {
        this.book = book;
        this.resolution = resolution;
        this.cells = book.cells(resolution);
        this.rings = Arrays.stream(cells).mapToObj(this::ringOf).toArray(int[][]::new);
        this.disks = new Disks(rings);
        this.names = Arrays.stream(cells).mapToObj(Cells::name).toArray(String[]::new);
        this.centres = Arrays.stream(cells).mapToObj(Cells::centre).toArray(LatLng[]::new);
        this.wards = codes(book::wardOf);
        this.councils = codes(book::councilOf);
    }

    /** The grid of a book's force. */
    public static Grid of(AreaBook book, int resolution) {
        return new Grid(book, resolution);
    }

    /** Number of cells, which are numbered from 0 in ascending order of cell id. */
    public int size() {
        return cells.length;
    }

    /** The resolution of its cells. */
    public int resolution() {
        return resolution;
    }

    /** The cell of a number. */
    public long cell(int index) {
        return cells[index];
    }

    /** The name of the cell of a number. */
    String name(int index) {
        return names[index];
    }

    /** The number of a cell, or {@link #ABSENT}. */
    public int indexOf(long cell) {
        int index = Arrays.binarySearch(cells, cell);
        return index < 0 ? ABSENT : index;
    }

    /** The numbers of a cell's neighbours inside the force, ascending. */
    public int[] ring(int index) {
        return rings[index];
    }

    /** The cells with their neighbours. */
    Disks disks() {
        return disks;
    }

    /**
     * The number of the cell in which an incident counts: the one that holds its own, finer cell, or, where that one's
     * centre lies just outside the force, the nearest one inside within two rings. {@link #ABSENT} if there is none.
     */
    public int place(long fine) {
        long parent = Cells.parent(fine, resolution);
        int index = indexOf(parent);
        return index != ABSENT ? index : nearest(fine, insideOf(Cells.disk(parent, BORDER_RINGS)));
    }

    /** The middle of a cell. */
    public LatLng centre(int index) {
        return centres[index];
    }

    /** Code of the newest vintage's ward that holds the cell's centre. */
    public Optional<String> ward(int index) {
        return wards.get(index);
    }

    /** Code of the council that holds the cell's centre. */
    public Optional<String> council(int index) {
        return councils.get(index);
    }

    /** Name of the named zone that holds the cell's centre, else of the ward, else of the force. */
    public String placeName(int index) {
        List<Area> areas = book.areasOf(Cells.centreChild(cells[index], Cells.RESOLUTION));
        return areas.stream()
                .filter(area -> area.kind() == AreaKind.ZONE)
                .findFirst()
                .or(() -> book.wardOf(cells[index]))
                .map(Area::name)
                .orElseGet(book::force);
    }

    private List<Optional<String>> codes(LongFunction<Optional<Area>> areaOf) {
        return Arrays.stream(cells)
                .mapToObj(cell -> areaOf.apply(cell).map(Area::code))
                .toList();
    }

    private int[] ringOf(long cell) {
        return insideOf(Cells.ring(cell));
    }

    private int[] insideOf(long[] some) {
        return Arrays.stream(some)
                .mapToInt(this::indexOf)
                .filter(index -> index != ABSENT)
                .sorted()
                .toArray();
    }

    private int nearest(long fine, int[] candidates) {
        LatLng here = Cells.centre(fine);
        return IntStream.of(candidates)
                .boxed()
                .min(Comparator.comparingDouble(index -> squaredDistance(here, centre(index))))
                .orElse(ABSENT);
    }

    /** Good enough to compare distances of a kilometre. */
    private static double squaredDistance(LatLng a, LatLng b) {
        double north = a.lat - b.lat;
        double east = (a.lng - b.lng) * Math.cos(Math.toRadians(a.lat));
        return north * north + east * east;
    }
}
