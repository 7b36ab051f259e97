package org.lamplight.areas;

import com.uber.h3core.H3Core;
import com.uber.h3core.LengthUnit;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;

/**
 * H3 cells as longs: pure functions, safe from any thread. Coordinates are degrees of WGS84. Cells travel as
 * {@linkplain #name names} wherever a reader might be JavaScript, which has no 64-bit integers.
 *
 * <p>Only {@link #parse} and {@link #isCell} accept any input; the others expect a valid cell and are undefined (or
 * throw H3's exception) for other longs.
 */
public final class Cells {
    /** The resolution at which every report is placed and every area drawn: about 130 m across, 0.015 km². */
    public static final int RESOLUTION = 10;

    private static final H3Core H3 = load();

    private static final int RESOLUTION_SHIFT = 52;
    private static final int RESOLUTION_MASK = 0xF;
    private static final int FINEST = 15;
    private static final int DIGIT_BITS = 3;

    // The text is not repeated: it may come from a record.
    private static final String NOT_A_CELL =
            "The text names no H3 cell; give 15 hexadecimal digits such as 8a195da49987fff.";

    private Cells() {}

    /** The cell of {@link #RESOLUTION} that holds the point; H3's exception if a coordinate is not finite. */
    public static long at(double lat, double lng) {
        return at(lat, lng, RESOLUTION);
    }

    /** The cell of this resolution (0–15) that holds the point; H3's exception if a coordinate is not finite. */
    public static long at(double lat, double lng, int resolution) {
        return H3.latLngToCell(lat, lng, resolution);
    }

    /** The middle of the cell. */
    public static LatLng centre(long cell) {
        return H3.cellToLatLng(cell);
    }

    /** The corners of the cell, counter-clockwise, the first not repeated. */
    public static List<LatLng> boundary(long cell) {
        return H3.cellToBoundary(cell);
    }

    /** Resolution of the cell, 0 (a continent) to 15 (a square metre). */
    public static int resolution(long cell) {
        return (int) (cell >>> RESOLUTION_SHIFT) & RESOLUTION_MASK;
    }

    /**
     * The cell of a coarser (or the same) resolution that holds this one.
     *
     * @throws IllegalArgumentException if the resolution is finer than the cell's
     */
    public static long parent(long cell, int resolution) {
        if (resolution < 0 || resolution > resolution(cell)) {
            throw new IllegalArgumentException("The parent of a cell of resolution " + resolution(cell)
                    + " cannot have resolution " + resolution + "; ask for one from 0 to its own.");
        }
        // An index holds three bits a resolution; those finer than its own are all ones.
        return withResolution(cell, resolution) | finerThan(resolution);
    }

    /**
     * The cell of a finer (or the same) resolution in the middle of this one.
     *
     * @throws IllegalArgumentException if the resolution is coarser than the cell's
     */
    public static long centreChild(long cell, int resolution) {
        if (resolution < resolution(cell) || resolution > FINEST) {
            throw new IllegalArgumentException("The child of a cell of resolution " + resolution(cell)
                    + " cannot have resolution " + resolution + "; ask for one from its own to 15.");
        }
        return (withResolution(cell, resolution) & ~finerThan(resolution(cell))) | finerThan(resolution);
    }

    /** All cells of a finer (or the same) resolution whose ancestor this is. */
    public static long[] children(long cell, int resolution) {
        return toArray(H3.cellToChildren(cell, resolution));
    }

    /** The cell and its neighbours: seven cells, six around a pentagon. */
    public static long[] disk(long cell) {
        return disk(cell, 1);
    }

    /** The cells at most so many steps from the cell, itself among them. */
    public static long[] disk(long cell, int steps) {
        return toArray(H3.gridDisk(cell, steps));
    }

    /** The neighbours of the cell: six, five of a pentagon. */
    public static long[] ring(long cell) {
        return toArray(H3.gridRing(cell, 1));
    }

    /** The cells whose centre lies inside the shell and outside the holes; rings need not be closed. Sorted. */
    public static long[] inside(List<LatLng> shell, List<List<LatLng>> holes, int resolution) {
        return H3.polygonToCells(shell, holes, resolution).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** Metres between two points along the ground. */
    public static double metres(LatLng a, LatLng b) {
        return H3.greatCircleDistance(a, b, LengthUnit.m);
    }

    /**
     * The union of cells of one resolution, for maps and checks: polygons, each a shell followed by its holes, rings
     * closed.
     */
    public static List<List<List<LatLng>>> outline(Collection<Long> cells) {
        return H3.cellsToMultiPolygon(cells, true);
    }

    /** The fewest cells, at this and coarser resolutions, that make up the same set. Sorted. */
    public static long[] compact(Collection<Long> cells) {
        return H3.compactCells(cells).stream()
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
    }

    /** The cell's 15 hex digits. */
    public static String name(long cell) {
        return H3.h3ToString(cell);
    }

    /** Whether it is a cell. */
    public static boolean isCell(long cell) {
        return H3.isValidCell(cell);
    }

    /**
     * The cell of this name.
     *
     * @throws IllegalArgumentException if the text names no cell
     */
    public static long parse(String name) {
        try {
            long cell = Long.parseUnsignedLong(name, 16);
            if (isCell(cell)) {
                return cell;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(NOT_A_CELL, e);
        }
        throw new IllegalArgumentException(NOT_A_CELL);
    }

    private static long withResolution(long cell, int resolution) {
        return (cell & ~((long) RESOLUTION_MASK << RESOLUTION_SHIFT)) | ((long) resolution << RESOLUTION_SHIFT);
    }

    private static long finerThan(int resolution) {
        return (1L << ((FINEST - resolution) * DIGIT_BITS)) - 1;
    }

    private static long[] toArray(List<Long> cells) {
        return cells.stream().mapToLong(Long::longValue).toArray();
    }

    private static H3Core load() {
        try {
            return H3Core.newInstance();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The H3 library could not be unpacked; make the folder of java.io.tmpdir writable, "
                            + "or name another one with -Dh3.native.dir.",
                    e);
        }
    }
}
