package org.lamplight.streams.surface;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lamplight.areas.AreaBook;
import org.lamplight.streams.rules.Resolutions;

/** The grid of each category, shared by all tasks. Immutable. */
public final class Grids {
    private final Resolutions resolutions;
    private final Map<Integer, Grid> grids;

    /** The grids of a book's force in the resolutions that are in use. */
    public Grids(AreaBook book, Resolutions resolutions) {
        this.resolutions = resolutions;
        this.grids = IntStream.concat(
                        IntStream.of(Resolutions.SPARSE),
                        resolutions.byPrefix().values().stream().mapToInt(Integer::intValue))
                .distinct()
                .boxed()
                .collect(Collectors.toMap(Function.identity(), resolution -> Grid.of(book, resolution)));
    }

    /** The grid of a category. */
    public Grid of(String category) {
        return grids.get(resolutions.of(category));
    }
}
