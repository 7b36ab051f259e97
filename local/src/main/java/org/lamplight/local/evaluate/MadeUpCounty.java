package org.lamplight.local.evaluate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamplight.areas.AreaBook;
import org.lamplight.streams.surface.Grid;

/**
 * A county in which each cell gets a share of the reports that never changes: residents of its ward per cell, times a lognormal
 * patch some cells wide, times a lognormal factor of its own. The geography is real, the shares are made up: the busiest 1.5 % of
 * disks get nearly 3 % of all reports each, those at the 90th to 95th percentile 0.7 %, the median disk 0.06 %.
 */
final class MadeUpCounty {
    private static final double PATCH_SD = 0.5;
    private static final double OWN_SD = 0.8;

    private final Grid grid;
    private final double[] shares;

    MadeUpCounty(AreaBook book, int resolution, long seed) {
        grid = Grid.of(book, resolution);
        shares = shares(book, new Chance(seed));
    }

    private double[] shares(AreaBook book, Chance chance) {
        Map<String, Integer> cellsOfWard = new HashMap<>();
        for (int cell = 0; cell < grid.size(); cell++) {
            grid.ward(cell).ifPresent(ward -> cellsOfWard.merge(ward, 1, Integer::sum));
        }
        double[] noise = IntStream.range(0, grid.size())
                .mapToDouble(cell -> chance.normal())
                .toArray();
        double[] weights = new double[grid.size()];
        for (int cell = 0; cell < weights.length; cell++) {
            double residents = grid.ward(cell)
                    .map(ward ->
                            (double) book.area(ward).orElseThrow().residents().orElse(0) / cellsOfWard.get(ward))
                    .orElse(0.0);
            weights[cell] = Math.max(1, residents) * Math.exp(PATCH_SD * patch(noise, cell) + OWN_SD * chance.normal());
        }
        double sum = Arrays.stream(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }

    /** The noise of the disk's disks, scaled to variance 1. */
    private double patch(double[] noise, int cell) {
        double sum = 0;
        double squares = 0;
        Map<Integer, Integer> near = new HashMap<>();
        disk(cell).forEach(neighbour -> disk(neighbour).forEach(other -> near.merge(other, 1, Integer::sum)));
        for (Map.Entry<Integer, Integer> each : near.entrySet()) {
            sum += each.getValue() * noise[each.getKey()];
            squares += (double) each.getValue() * each.getValue();
        }
        return sum / Math.sqrt(squares);
    }

    Grid grid() {
        return grid;
    }

    /** A cell's share of all reports. */
    double share(int cell) {
        return shares[cell];
    }

    /** The share of a cell and its ring. */
    double diskShare(int cell) {
        return disk(cell).mapToDouble(near -> shares[near]).sum();
    }

    /** A cell and its ring. */
    IntStream disk(int cell) {
        return IntStream.concat(IntStream.of(cell), IntStream.of(grid.ring(cell)));
    }

    /** How often a report falls into which cell, as long as nothing changes. */
    Lottery lottery() {
        return new Lottery(shares);
    }

    /**
     * The same for a week in which every share is off by a lognormal factor of its own.
     *
     * @param sd standard deviation of the factor's logarithm
     */
    Lottery lottery(double sd, Chance chance) {
        return new Lottery(Arrays.stream(shares)
                .map(share -> share * Math.exp(sd * chance.normal()))
                .toArray());
    }
}
