package org.lamplight.areas.build;

import com.uber.h3core.util.LatLng;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBookException;
import org.lamplight.areas.Cells;

/** Turns the shapes of zones into cells. */
final class ZoneCells {
    // The centres of neighbouring cells lie at least 100 m apart everywhere, so a ring is never narrower than this.
    private static final double RING_METRES = 80;

    private final Function<String, Path> files;
    private final List<Vintage> vintages;

    ZoneCells(Function<String, Path> files, List<Vintage> vintages) {
        this.files = files;
        this.vintages = vintages;
    }

    /**
     * The cells of the zone.
     *
     * @throws AreaBookException if a shape names a cell, ward or feature that does not exist
     */
    Set<Long> of(Definition.Zone zone) {
        try {
            return Stream.of(
                            zone.cells().stream().flatMap(name -> children(Cells.parse(name))),
                            zone.rings().stream().flatMap(ZoneCells::inside),
                            zone.circles().stream().flatMap(ZoneCells::inside),
                            zone.wards().stream().flatMap(this::ofWard),
                            zone.boundaries().stream().flatMap(this::inside))
                    .flatMap(cells -> cells)
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException e) {
            throw new AreaBookException("Zone " + zone.code() + ": " + e.getMessage(), e);
        }
    }

    private static Stream<Long> children(long cell) {
        if (Cells.resolution(cell) > Cells.RESOLUTION) {
            throw new IllegalArgumentException("Cell " + Cells.name(cell) + " is finer than resolution "
                    + Cells.RESOLUTION + "; name its parent.");
        }
        return Arrays.stream(Cells.children(cell, Cells.RESOLUTION)).boxed();
    }

    private static Stream<Long> inside(Definition.Rings rings) {
        return Arrays.stream(Cells.disk(Cells.parse(rings.around()), rings.steps()))
                .boxed()
                .flatMap(ZoneCells::children);
    }

    private static Stream<Long> inside(Definition.Circle circle) {
        LatLng centre = new LatLng(circle.lat(), circle.lng());
        int steps = 1 + (int) Math.ceil(circle.metres() / RING_METRES);
        return LongStream.of(Cells.disk(Cells.at(circle.lat(), circle.lng()), steps))
                .filter(cell -> Cells.metres(centre, Cells.centre(cell)) <= circle.metres())
                .boxed();
    }

    private Stream<Long> ofWard(String code) {
        Set<Long> cells = vintages.stream()
                .flatMap(vintage -> vintage.cellsByWard().getOrDefault(code, Set.of()).stream())
                .collect(Collectors.toSet());
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("No vintage has a ward " + code + ".");
        }
        return cells.stream();
    }

    private Stream<Long> inside(Definition.Boundary boundary) {
        Path file = files.apply(boundary.file());
        Set<String> missing = new TreeSet<>(boundary.only());
        List<GeoJson.Feature> features = GeoJson.read(file).stream()
                .filter(feature -> boundary.only().contains(feature.text(boundary.code(), file)))
                .toList();
        features.forEach(feature -> missing.remove(feature.text(boundary.code(), file)));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(boundary.file() + " has no feature " + String.join(", ", missing) + ".");
        }
        return features.stream().flatMap(feature -> feature.cells().stream());
    }
}
