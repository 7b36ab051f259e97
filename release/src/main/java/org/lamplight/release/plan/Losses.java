package org.lamplight.release.plan;

import java.util.Comparator;
import java.util.List;

/** What is lost where counts of a block are withheld: the least with near and small ones. */
final class Losses {
    private final Block block;
    private final List<CellKey> inOrder;

    Losses(Block block, Ties ties) {
        this.block = block;
        this.inOrder = block.cells().stream()
                .sorted(Comparator.<CellKey>comparingLong(
                                cell -> block.tally(cell).reports())
                        .thenComparing(cell -> ties.of(cell.area()))
                        .thenComparing(CellKey::category)
                        .thenComparing(CellKey::period, Periods.ORDER))
                .toList();
    }

    /** The counts, the smallest first, in an order of areas that nobody outside can tell. */
    List<CellKey> inOrder() {
        return inOrder;
    }

    /**
     * What it costs to withhold a count for the sake of another.
     *
     * @param rank of the one that is withheld in the order of loss
     */
    double of(int rank, CellKey sake) {
        return 1 + distance(sake, inOrder.get(rank)) + (double) rank / inOrder.size();
    }

    /** How little two counts have to do with each other. */
    private int distance(CellKey cell, CellKey other) {
        boolean area = cell.area().equals(other.area());
        boolean category = cell.category().equals(other.category());
        boolean period = cell.period().equals(other.period());
        if (category && period) {
            return block.areSiblings(cell.area(), other.area()) ? 0 : 3;
        }
        if (area && category) {
            return 1;
        }
        return area && period ? 2 : 4;
    }
}
