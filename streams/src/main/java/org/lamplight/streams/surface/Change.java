package org.lamplight.streams.surface;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.streams.statistics.BenjaminiHochberg;
import org.lamplight.streams.statistics.Emergence;
import org.lamplight.streams.statistics.GammaPoisson;

/** Which disks get more of the force's incidents than their own past share. Cells go by their number on the grid. */
final class Change {
    /** At this p of all windows, or less, a disk is watched, if its reports are enough and of enough days. */
    static final double WATCH_P = 0.001;
    /** Reports of fewer different days raise no alarm. */
    static final int FEWEST_DAYS = 2;

    private static final double ALERT_Q = 0.1;
    private static final int FEWEST_REPORTS = 3;
    /** A category younger than this, in days, is not tested. */
    private static final int SHORTEST_HISTORY = 56;
    /** P(rate above this many times the force's average) is shown. */
    private static final double ABOVE = 2;

    private static final int LONGEST = Tallies.WINDOWS.size() - 1;

    private final Disks disks;
    private final Tallies tallies;
    private final int firstDay;
    private final double dispersion;
    private final double[][] p;
    private final double[][] expected;
    private final long[] inForce;
    private final double[] forceRatio;
    private final double[] adjusted;
    private final double[] q;
    private final double[] above;
    private final AlertStatus[] status;

    /**
     * Tests every disk.
     *
     * @param tallies up to date
     * @param periods of the same day, the newest first
     * @param overdispersion whether to allow for shares that vary more than the model says
     */
    Change(Disks disks, Tallies tallies, List<Concentration> periods, boolean overdispersion) {
        this.disks = disks;
        this.tallies = tallies;
        int cells = tallies.size();
        firstDay = tallies.firstDay();
        dispersion = overdispersion ? dispersionOfEarlier(periods) : 1;
        p = new double[Tallies.WINDOWS.size()][];
        expected = new double[Tallies.WINDOWS.size()][cells];
        inForce = new long[Tallies.WINDOWS.size()];
        forceRatio = new double[Tallies.WINDOWS.size()];
        for (int window = 0; window < p.length; window++) {
            p[window] = test(window);
        }
        adjusted = adjusted();
        q = BenjaminiHochberg.adjust(adjusted);
        above = above();
        status = new AlertStatus[cells];
        int[] reports = disks.sums(tallies.windowCounts(LONGEST));
        for (int cell = 0; cell < cells; cell++) {
            status[cell] = status(cell, reports[cell]);
        }
    }

    /** P of a window of {@link Tallies#WINDOWS}; NaN while the past before it is too short. */
    double p(int window, int cell) {
        return p[window][cell];
    }

    /** Incidents expected in the disk in a window; NaN while the past before it is too short. */
    double expected(int window, int cell) {
        return expected[window][cell];
    }

    /** The smallest p, with the windows paid for. */
    double adjusted(int cell) {
        return adjusted[cell];
    }

    /** The same with the cells paid for. */
    double q(int cell) {
        return q[cell];
    }

    /** P(the disk's rate is above twice the force's average). */
    double above(int cell) {
        return above[cell];
    }

    AlertStatus status(int cell) {
        return status[cell];
    }

    /** How much more shares vary than the model says. */
    double dispersion() {
        return dispersion;
    }

    /** Incidents of the force in a window. */
    long forceCount(int window) {
        return inForce[window];
    }

    /** Incidents of the force in a window, over what its own past lets expect; NaN while that is too short. */
    double forceRatio(int window) {
        return forceRatio[window];
    }

    /** Whether the category is old enough to be tested. */
    boolean hasHistory() {
        return tallies.asOf() + 1 - firstDay >= SHORTEST_HISTORY;
    }

    private int before(int window) {
        return tallies.asOf() - Tallies.WINDOWS.get(window);
    }

    private double[] test(int window) {
        double[] ps = new double[tallies.size()];
        Arrays.fill(ps, Double.NaN);
        Arrays.fill(expected[window], Double.NaN);
        int[] counts = tallies.windowCounts(window);
        inForce[window] = Arrays.stream(counts).asLongStream().sum();
        Optional<Past> before = Past.of(disks, tallies.decayedBeforeWindow(window), firstDay, before(window));
        forceRatio[window] = before.map(
                        past -> inForce[window] / (past.dailyMean() * tallies.size() * Tallies.WINDOWS.get(window)))
                .orElse(Double.NaN);
        before.filter(past -> hasHistory()).ifPresent(past -> {
            int[] inDisk = disks.sums(counts);
            for (int cell = 0; cell < ps.length; cell++) {
                double weight = past.weights()[cell];
                expected[window][cell] = inForce[window] * weight / past.total();
                ps[cell] = Emergence.p(inDisk[cell], inForce[window], weight, past.total(), dispersion);
            }
        });
        return ps;
    }

    private double[] adjusted() {
        double[] least = new double[tallies.size()];
        for (int cell = 0; cell < least.length; cell++) {
            double[] ps = new double[p.length];
            for (int window = 0; window < ps.length; window++) {
                // A window without a past says nothing, but was meant to be looked at.
                ps[window] = Double.isNaN(p[window][cell]) ? 1 : p[window][cell];
            }
            least[cell] = Emergence.adjusted(ps);
        }
        return least;
    }

    private AlertStatus status(int cell, int reports) {
        if (!hasHistory()) {
            return AlertStatus.INSUFFICIENT_HISTORY;
        }
        boolean alert = q[cell] <= ALERT_Q;
        boolean watch = adjusted[cell] <= WATCH_P;
        if (!(alert || watch) || reports < FEWEST_REPORTS || days(cell) < FEWEST_DAYS) {
            return AlertStatus.NONE;
        }
        return alert ? AlertStatus.ALERT : AlertStatus.WATCH;
    }

    /** Different days on which the incidents of the disk's longest window began. */
    int days(int cell) {
        return tallies.distinctDays(disks.cells(cell), before(LONGEST) + 1, tallies.asOf());
    }

    private double[] above() {
        double[] probabilities = new double[tallies.size()];
        Arrays.fill(probabilities, Double.NaN);
        Past.of(disks, tallies.decayed(), firstDay, tallies.asOf()).ifPresent(past -> {
            for (int cell = 0; cell < probabilities.length; cell++) {
                double exposure = disks.size(cell) * (past.exposure() + Emergence.PRIOR_DAYS);
                probabilities[cell] =
                        new GammaPoisson(past.weights()[cell], exposure).isAbove(ABOVE * past.dailyMean());
            }
        });
        return probabilities;
    }

    /** Without the prior, which draws busy and quiet disks together: its error would be taken for dispersion. */
    private double dispersionOfEarlier(List<Concentration> periods) {
        Emergence.Dispersion estimate = new Emergence.Dispersion();
        for (int period = 1; period < periods.size(); period++) {
            Concentration counted = periods.get(period);
            double[] decayed = tallies.decayedBeforePeriod(period);
            Past.of(disks, decayed, firstDay, tallies.lastDayOf(period) - Tallies.PERIOD)
                    .ifPresent(past -> estimate.add(
                            counted.diskCounts(),
                            counted.inForce(),
                            disks.sums(decayed),
                            Arrays.stream(decayed).sum()));
        }
        return estimate.value();
    }
}
