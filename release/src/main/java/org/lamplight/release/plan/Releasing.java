package org.lamplight.release.plan;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaKind;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.ReleasedTrend;

/** The release of one block: the level of each product, and the gate that has the last word on each count. */
final class Releasing {
    private final Block block;
    private final Safeguard safeguard;
    private final Ladder ladder;
    private final double fill;
    private final Map<Product, Level> levels = new TreeMap<>(Product.ORDER);
    private final Gate gate;

    /**
     * @param due the periods of the block that are due
     * @param history what was released of the block before
     */
    Releasing(
            Request request,
            Family family,
            Ladder ladder,
            Block block,
            Set<Period> due,
            Collection<ReleasedTrend> history) {
        this.block = block;
        this.ladder = ladder;
        this.fill = request.fill();
        this.safeguard = new Safeguard(family.protection());
        for (Period period : due) {
            family.categories()
                    .forEach(category -> recipients()
                            .map(area -> new Product(area, category, period))
                            .forEach(product -> levels.put(product, finestLevel(product))));
        }
        Set<CellKey> open = levels.keySet().stream()
                .flatMap(this::shown)
                .filter(this::isSafe)
                .collect(Collectors.toSet());
        this.gate = new Gate(
                block,
                safeguard,
                new Losses(block, new Ties(request.key())),
                new Reader(block, safeguard, this::isTold, history),
                open);
        secure();
    }

    /** Whether all counts are withheld, as nothing less was found that protects them. */
    boolean isHeldBack() {
        return gate.hasGivenUp();
    }

    Gate gate() {
        return gate;
    }

    Map<Product, Level> levels() {
        return levels;
    }

    /** The counts that rows are written for, withheld ones among them. */
    Stream<CellKey> rows(Product product) {
        return levels.get(product) == Level.NOTHING && product.area().kind() == AreaKind.COUNCIL
                ? Stream.empty()
                : shown(product);
    }

    /** What is released in place of a count; null where it is withheld. */
    Long released(CellKey cell) {
        return gate.isOpen(cell) ? safeguard.released(block.tally(cell)) : null;
    }

    /** Figures of the audit. */
    Map<String, Long> figures() {
        return Map.of(
                "counts",
                (long) block.cells().size(),
                "unknowns",
                (long) block.truth().length,
                "disclosures prevented",
                gate.disclosed(),
                "integer programs",
                gate.programs(),
                "taken as not told",
                gate.forgotten());
    }

    /** Number of a product's counts by what became of them. */
    Map<String, Long> reasons(Product product) {
        return cells(product)
                .collect(Collectors.groupingBy(cell -> reason(product, cell), TreeMap::new, Collectors.counting()));
    }

    private void secure() {
        do {
            gate.secure();
        } while (coarsen());
        levels.replaceAll(
                (product, level) -> level != Level.WARD && !gate.isOpen(product.own()) ? Level.NOTHING : level);
    }

    /** Gives up the wards of which too few are left. */
    private boolean coarsen() {
        List<Product> emptied = levels.keySet().stream()
                .filter(product -> levels.get(product) == Level.WARD)
                .filter(product -> share(wards(product), gate::isOpen) < fill)
                .toList();
        for (Product product : emptied) {
            levels.put(product, Level.COUNCIL);
            wards(product).forEach(gate::close);
        }
        return !emptied.isEmpty();
    }

    private Level finestLevel(Product product) {
        if (product.area().kind() == AreaKind.FORCE) {
            return Level.COUNTY;
        }
        List<CellKey> wards = wards(product);
        return !wards.isEmpty() && share(wards, this::isSafe) >= fill ? Level.WARD : Level.COUNCIL;
    }

    private static double share(List<CellKey> cells, java.util.function.Predicate<CellKey> which) {
        return (double) cells.stream().filter(which).count() / cells.size();
    }

    private boolean isSafe(CellKey cell) {
        return safeguard.isSafe(block.tally(cell));
    }

    private Stream<CellKey> shown(Product product) {
        return levels.get(product) == Level.WARD ? cells(product) : Stream.of(product.own());
    }

    private Stream<CellKey> cells(Product product) {
        return Stream.concat(Stream.of(product.own()), wards(product).stream());
    }

    /**
     * Whether a reader learns of a count that nothing is released of it. A ward without a row is one of many, unless no
     * ward at all may have been safe where too few were; a council or force without a value is itself.
     */
    private boolean isTold(CellKey cell) {
        return ladder.councilOf(cell.area())
                .map(council -> mostSafeWards(council) < 1 || isReleasedByWard(cell, council))
                .orElse(true);
    }

    private boolean isReleasedByWard(CellKey cell, Area council) {
        return levels.get(new Product(council, cell.category(), cell.period())) == Level.WARD;
    }

    /** The greatest number of wards that are safe where too few are. */
    private double mostSafeWards(Area council) {
        return Math.ceil(fill * ladder.wardsOf(council).size()) - 1;
    }

    private List<CellKey> wards(Product product) {
        return ladder.wardsOf(product.area()).stream()
                .map(ward -> new CellKey(ward.code(), product.category(), product.period()))
                .toList();
    }

    private Stream<Area> recipients() {
        return Stream.concat(Stream.of(ladder.county()), ladder.councils().stream());
    }

    private String reason(Product product, CellKey cell) {
        if (gate.isOpen(cell)) {
            return "released";
        }
        if (isHeldBack()) {
            return "held back";
        }
        if (levels.get(product) != Level.WARD && !cell.equals(product.own())) {
            return "coarsened";
        }
        if (safeguard.isSmall(block.tally(cell))) {
            return "small";
        }
        return isSafe(cell) ? "complementary" : "dominated";
    }
}
