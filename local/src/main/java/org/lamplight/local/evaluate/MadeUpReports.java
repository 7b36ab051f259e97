package org.lamplight.local.evaluate;

import java.util.stream.IntStream;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.surface.Snapshot;
import org.lamplight.streams.surface.Surface;

/** Reports that fall on a made-up county day by day, and the surface that is computed of them. */
final class MadeUpReports {
    /** How long reports have been falling when an experiment begins. */
    static final int HISTORY_DAYS = 364;

    private static final int DAYS_OF_WEEK = 7;
    /** Some Monday. */
    private static final int FIRST_DAY = 19_723;

    private final MadeUpCounty county;
    private final double perWeek;
    private final Chance chance;
    private final double unrest;
    private final Surface surface;
    private Lottery lottery;
    private int day = FIRST_DAY;

    /**
     * A year of reports, so many a week.
     *
     * @param unrest by how much the share of every cell is off in a week, see {@link MadeUpCounty#lottery}; 0 for not
     * @param overdispersion whether the test for emergence allows for counts that vary more than its model says
     */
    MadeUpReports(MadeUpCounty county, double perWeek, Chance chance, double unrest, boolean overdispersion) {
        this.county = county;
        this.perWeek = perWeek;
        this.chance = chance;
        this.unrest = unrest;
        lottery = county.lottery();
        surface = new Surface(new Series("made-up", "made-up"), county.grid(), overdispersion);
        IntStream.range(0, HISTORY_DAYS).forEach(past -> fall(1));
    }

    /** Reports of the next day, so many times as many as usual. */
    void fall(double times) {
        if (unrest > 0 && (day - FIRST_DAY) % DAYS_OF_WEEK == 0) {
            lottery = county.lottery(unrest, chance);
        }
        int reports = chance.poisson(times * perWeek / DAYS_OF_WEEK);
        for (int report = 0; report < reports; report++) {
            surface.add(lottery.draw(chance), 1, day);
        }
        day++;
    }

    /** More reports of yesterday in a cell and its ring, so many times as many as usual. */
    void add(int centre, double times) {
        county.disk(centre).forEach(cell -> {
            int reports = chance.poisson(times * perWeek * county.share(cell) / DAYS_OF_WEEK);
            if (reports > 0) {
                surface.add(cell, reports, day - 1);
            }
        });
    }

    /** What follows from all reports so far. */
    Snapshot snapshot() {
        return surface.compute(day - 1);
    }
}
