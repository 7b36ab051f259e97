package org.lamplight.bench;

import com.uber.h3core.util.LatLng;
import java.io.FileReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.geojson.GeoJsonReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * From a coordinate to the areas that it lies in: by the area book, and by polygons. The polygons have an advantage: they look
 * for wards only, which would tell the council, and for no zone.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
        value = 5,
        jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
@State(Scope.Thread)
public class PlaceBenchmark {
    /** The files of each vintage of the shipped book. */
    private static final List<List<String>> VINTAGES =
            List.of(List.of("wards-2025-north.geojson", "wards-2025-west.geojson"), List.of("wards-2022.geojson"));

    /** A power of two. */
    private static final int POINTS = 1 << 16;

    private static final long SEED = 20260315;
    /** About the radius of a cell, in degrees of latitude. */
    private static final double CLOSE = 0.0006;

    /** The folder of the boundary files. */
    @Param("")
    String boundaries;

    private final AreaBook book = AreaBook.northamptonshire();
    private final GeometryFactory geometries = new GeometryFactory();
    private final Coordinate[] points = new Coordinate[POINTS];
    private List<STRtree> vintages;
    private int turn;

    /** Draws points evenly over the force, and reads the polygons. */
    @Setup
    public void setUp() throws IOException, ParseException {
        long[] cells = book.cells(Cells.RESOLUTION);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < POINTS; i++) {
            LatLng centre = Cells.centre(cells[random.nextInt(cells.length)]);
            points[i] = new Coordinate(
                    centre.lng + random.nextDouble(-CLOSE, CLOSE), centre.lat + random.nextDouble(-CLOSE, CLOSE));
        }
        vintages = new ArrayList<>();
        for (List<String> files : VINTAGES) {
            vintages.add(tree(files));
        }
    }

    private STRtree tree(List<String> files) throws IOException, ParseException {
        STRtree tree = new STRtree();
        for (String file : files) {
            try (Reader reader = new FileReader(Path.of(boundaries, file).toFile(), StandardCharsets.UTF_8)) {
                Geometry all = new GeoJsonReader(geometries).read(reader);
                for (int i = 0; i < all.getNumGeometries(); i++) {
                    Geometry ward = all.getGeometryN(i);
                    tree.insert(ward.getEnvelopeInternal(), PreparedGeometryFactory.prepare(ward));
                }
            }
        }
        tree.build();
        return tree;
    }

    private Coordinate next() {
        return points[turn++ & (POINTS - 1)];
    }

    /** The cell alone: most of what the book needs. */
    @Benchmark
    public long cell() {
        Coordinate point = next();
        return Cells.at(point.y, point.x);
    }

    /** Cell, wards of both vintages, zones, council and force. */
    @Benchmark
    public List<Area> areaBook() {
        Coordinate point = next();
        return book.areasOf(Cells.at(point.y, point.x));
    }

    /** Wards of both vintages. */
    @Benchmark
    public long polygons() {
        Coordinate coordinate = next();
        Point point = geometries.createPoint(coordinate);
        long found = 0;
        for (STRtree wards : vintages) {
            found += wardsAt(wards, coordinate, point).count();
        }
        return found;
    }

    private static Stream<PreparedGeometry> wardsAt(STRtree wards, Coordinate coordinate, Point point) {
        List<?> candidates = wards.query(new Envelope(coordinate));
        return candidates.stream().map(PreparedGeometry.class::cast).filter(ward -> ward.covers(point));
    }
}
