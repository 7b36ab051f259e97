package org.lamplight.streams.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How well a ranking of cells tells where the next events are: the cells of the highest scores are flagged until a share of the
 * area is used up, and the events in them counted. Sources: Chainey, Tompson and Uhlig 2008; Hunt 2016.
 *
 * @param flaggedArea area of the flagged cells, a
 * @param area the whole area, A
 * @param hits events in the flagged cells, n; where cells tie at the cut, each has its chance to be flagged
 * @param bestHits events in as many cells that had most of them
 * @param events all events, N
 */
public record PredictiveAccuracy(double flaggedArea, double area, double hits, double bestHits, double events) {

    /**
     * Judges a ranking.
     *
     * @param areas area of each cell
     * @param scores score of each cell before the events
     * @param events events of each cell
     * @param share of the area that may be flagged, e.g. 0.01
     */
    public static PredictiveAccuracy of(double[] areas, double[] scores, double[] events, double share) {
        double area = sum(areas);
        Flagged flagged = flag(areas, scores, events, share * area);
        return new PredictiveAccuracy(flagged.area, area, flagged.events, most(events, flagged.cells), sum(events));
    }

    /** Both together, e.g. of two weeks. */
    public PredictiveAccuracy plus(PredictiveAccuracy other) {
        return new PredictiveAccuracy(
                flaggedArea + other.flaggedArea,
                area + other.area,
                hits + other.hits,
                bestHits + other.bestHits,
                events + other.events);
    }

    /** n/N; NaN without events. */
    public double hitRate() {
        return events == 0 ? Double.NaN : hits / events;
    }

    /** Predictive accuracy index (n/N) / (a/A): 1 for a random choice; NaN without events or without flagged cells. */
    public double pai() {
        return flaggedArea == 0 ? Double.NaN : hitRate() / (flaggedArea / area);
    }

    /** PEI*: the index as a share of the best that as many cells could have had; NaN where that is nothing. */
    public double peiStar() {
        return bestHits == 0 ? Double.NaN : hits / bestHits;
    }

    private record Flagged(double area, double events, int cells) {}

    /** As many cells as fit, from the highest score down; which of those that tie at the cut is left to chance. */
    private static Flagged flag(double[] areas, double[] scores, double[] events, double budget) {
        int[] order = order(scores);
        double area = 0;
        int cells = 0;
        // The budget is a product of doubles: a cell that fits exactly must not fail by the last bit.
        while (cells < order.length && area + areas[order[cells]] <= budget * (1 + 1e-12)) {
            area += areas[order[cells]];
            cells++;
        }
        double cut = cells == 0 ? Double.POSITIVE_INFINITY : scores[order[cells - 1]];
        double above = 0;
        double tied = 0;
        int cellsAbove = 0;
        int cellsTied = 0;
        for (int cell = 0; cell < scores.length; cell++) {
            if (scores[cell] > cut) {
                above += events[cell];
                cellsAbove++;
            } else if (scores[cell] == cut) {
                tied += events[cell];
                cellsTied++;
            }
        }
        double hits = cellsTied == 0 ? 0 : above + tied * (cells - cellsAbove) / cellsTied;
        return new Flagged(area, hits, cells);
    }

    private static double most(double[] events, int cells) {
        return IntStream.of(order(events))
                .limit(cells)
                .mapToDouble(cell -> events[cell])
                .sum();
    }

    private static int[] order(double[] scores) {
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(cell -> -scores[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
