package org.lamplight.areas;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/**
 * The areas of one police force and which of them a cell lies in. Immutable and safe from any thread.
 *
 * <p>An area is a set of cells of {@link Cells#RESOLUTION}; a cell on a border belongs to the area that holds its
 * centre. A finer cell lies where its parent does, a coarser one where its centre does.
 */
public final class AreaBook {
    private final String attribution;
    private final List<Area> areas;
    private final Map<String, Area> byCode;
    private final List<Patch> patches;
    private final Place[] places;
    private final CellMap patchOfCell;
    private final int coarsest;
    private final Area force;

    AreaBook(String attribution, List<Area> areas, List<Patch> patches) {
        this.attribution = attribution;
        this.areas = List.copyOf(areas);
        this.byCode = BookRules.byCode(areas);
        this.force = BookRules.onlyForce(areas);
        this.patches = List.copyOf(patches);
        this.places = patches.stream()
                .map(patch -> Place.in(patch.areas().stream().map(areas::get).toList()))
                .toArray(Place[]::new);
        this.patchOfCell = BookRules.patchOfCell(patches);
        this.coarsest = cells(patches).mapToInt(Cells::resolution).min().orElse(Cells.RESOLUTION);
    }

    /** The shipped book: wards of 2025 and 2021, the two councils, the force, and the named zones. */
    public static AreaBook northamptonshire() {
        try (InputStream in = AreaBook.class.getResourceAsStream("northamptonshire.areas.gz")) {
            return BookFormat.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped area book cannot be read; build or install Lamplight anew.", e);
        }
    }

    /**
     * Reads a book that {@link #write} wrote.
     *
     * @throws AreaBookException if the file is no area book of a version that this program knows
     * @throws UncheckedIOException if the file cannot be read
     */
    public static AreaBook read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return BookFormat.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The area book " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * A book of areas given by their cells, all of {@link Cells#RESOLUTION}.
     *
     * @param attribution what the owners of the boundaries want said wherever they are shown
     * @throws AreaBookException if there is not exactly one force, or a code occurs twice
     */
    public static AreaBook of(String attribution, Map<Area, Set<Long>> cells) {
        List<Area> areas = cells.keySet().stream().sorted(Area.ORDER).toList();
        return new AreaBook(
                attribution, areas, Patch.of(areas.stream().map(cells::get).toList()));
    }

    /**
     * Writes the book; the same book always becomes the same bytes (docs/AREAS.md has the format).
     *
     * @throws UncheckedIOException if the file cannot be written
     */
    public void write(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            BookFormat.write(this, out);
        } catch (IOException e) {
            throw new UncheckedIOException("The area book " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** A number that differs, in all likelihood, between two books that differ in anything. */
    public long fingerprint() {
        try {
            MessageDigest hash = MessageDigest.getInstance("SHA-256");
            try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
                BookFormat.write(this, out);
            }
            return ByteBuffer.wrap(hash.digest()).getLong();
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException("Every Java has SHA-256, and nothing is written.", e);
        }
    }

    /** Whether the cell lies in the force. */
    public boolean covers(long cell) {
        return at(cell).inForce();
    }

    /** Every area that holds the cell: wards of every vintage (newest first), zones, council, force; empty outside. */
    public List<Area> areasOf(long cell) {
        return at(cell).areas();
    }

    /** The ward, of the newest vintage, that holds the cell. */
    public Optional<Area> wardOf(long cell) {
        return at(cell).ward();
    }

    /** The council that holds the cell. */
    public Optional<Area> councilOf(long cell) {
        return at(cell).council();
    }

    /** The area of this code. */
    public Optional<Area> area(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Every area: wards (newest vintage first), zones, councils, the force, each by code. */
    public List<Area> areas() {
        return areas;
    }

    /** Code of the force. */
    public String force() {
        return force.code();
    }

    /** What the owners of the boundaries want said wherever they are shown. */
    public String attribution() {
        return attribution;
    }

    /** The study area: the cells of this resolution whose centre lies in the force. Ascending. */
    public long[] cells(int resolution) {
        return cellsOf(force(), resolution);
    }

    /** The cells of this resolution whose centre lies in the area, ascending; none if the code is unknown. */
    public long[] cellsOf(String code, int resolution) {
        List<Patch> inArea = area(code).map(areas::indexOf).stream()
                .flatMap(area -> patches.stream().filter(patch -> patch.areas().contains(area)))
                .toList();
        return cells(inArea)
                .flatMap(cell -> withCentreIn(cell, resolution))
                .sorted()
                .toArray();
    }

    List<Patch> patches() {
        return patches;
    }

    /** The cells of this resolution whose centre lies in the cell. */
    private static LongStream withCentreIn(long cell, int resolution) {
        if (resolution >= Cells.resolution(cell)) {
            return LongStream.of(Cells.children(cell, resolution));
        }
        long parent = Cells.parent(cell, resolution);
        return Cells.centreChild(parent, Cells.resolution(cell)) == cell ? LongStream.of(parent) : LongStream.empty();
    }

    private static LongStream cells(List<Patch> patches) {
        return patches.stream().flatMapToLong(patch -> patch.cells().stream().mapToLong(Long::longValue));
    }

    private Place at(long cell) {
        long fine = Cells.resolution(cell) < Cells.RESOLUTION
                ? Cells.centreChild(cell, Cells.RESOLUTION)
                : Cells.parent(cell, Cells.RESOLUTION);
        for (int resolution = Cells.RESOLUTION; resolution >= coarsest; resolution--) {
            int patch = patchOfCell.get(Cells.parent(fine, resolution));
            if (patch != CellMap.ABSENT) {
                return places[patch];
            }
        }
        return Place.OUTSIDE;
    }
}
