package org.lamplight.local.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.streams.statistics.Ears;
import org.lamplight.streams.surface.Snapshot;

/**
 * How often is there an alarm where nothing has changed? Reports fall on a made-up county, each cell getting its never changing
 * share; every alarm is false. Alarms are counted per 1,000 cells and weeks: a cell counts once in a week. WATCH and ALERT are
 * looked at every day, the rules that they are compared with on Sundays.
 */
public final class FalseAlarms {
    private static final double PER = 1_000;
    private static final int DAYS_OF_WEEK = 7;
    private static final int WEEK = Snapshot.WINDOWS.indexOf(7);
    private static final int MONTH = Snapshot.WINDOWS.indexOf(28);
    private static final int RESOLUTION = 8;
    private static final double NOMINAL = 0.001;
    private static final double Z = 1.96;
    private static final int EARS_BASELINE = 7;
    private static final double UNREST = 0.6;
    private static final int MEAN_WEEKS = 4;

    private final MadeUpCounty county;
    private final Settings settings;

    /**
     * How it is done.
     *
     * @param volumes reports a week in the whole county, one experiment each
     * @param weeks weeks looked at after a year of history
     * @param doublings how often reports of the whole county double for four weeks after a year of history
     * @param overdispersion whether the test for emergence allows for counts that vary more than its model says
     * @param seed of what is random
     */
    public record Settings(List<Integer> volumes, int weeks, int doublings, boolean overdispersion, long seed) {}

    /** What may be called an alarm. */
    private enum Rule {
        WATCH("WATCH or ALERT, any day"),
        ALERT("ALERT, any day"),
        SHARE("share test of 28 days, p ≤ .001"),
        DOUBLED("disk doubled on the 4 weeks before, at least 2"),
        GI_STAR("Gi* z > 1.96"),
        GI_STAR_EXACT("Gi* exact, q ≤ .05, at least 3 (gathering, not change)"),
        EARS("EARS C1 of the disk"),
        WATCH_IN_UNREST("unrest: WATCH or ALERT, any day"),
        ALERT_IN_UNREST("unrest: ALERT, any day"),
        SHARE_BEFORE_DOUBLING("the four weeks before all reports double: share test"),
        SHARE_WHEN_DOUBLED("all reports doubled: share test"),
        WATCH_WHEN_DOUBLED("all reports doubled: WATCH or ALERT"),
        COUNT_WHEN_DOUBLED("all reports doubled: disk doubled, at least 2");

        private final String label;

        Rule(String label) {
            this.label = label;
        }
    }

    /** Prepares the county. */
    public FalseAlarms(AreaBook book, Settings settings) {
        if (settings.weeks <= EARS_BASELINE) {
            throw new IllegalArgumentException("It takes at least %d weeks.".formatted(EARS_BASELINE + 1));
        }
        this.county = new MadeUpCounty(book, RESOLUTION, settings.seed);
        this.settings = settings;
    }

    /** Looks for alarms. */
    public Table table(Progress progress) {
        List<Column> columns = new ArrayList<>(List.of(new Column("per 1,000 cells and weeks", false)));
        List<Map<Rule, Double>> results = new ArrayList<>();
        for (int volume : settings.volumes) {
            columns.add(new Column(volume + " a week", true));
            results.add(new Experiment(volume, progress).run());
        }
        List<List<String>> rows = new ArrayList<>();
        for (Rule rule : Rule.values()) {
            List<String> row = new ArrayList<>(List.of(rule.label));
            results.forEach(rates -> row.add(Numbers.text("%.3f", rates.get(rule))));
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** One volume. */
    private final class Experiment {
        private final int volume;
        private final Progress progress;
        private final Chance chance;
        private final Map<Rule, Double> rates = new EnumMap<>(Rule.class);

        Experiment(int volume, Progress progress) {
            this.volume = volume;
            this.progress = progress;
            this.chance = new Chance(settings.seed + volume);
        }

        Map<Rule, Double> run() {
            undisturbed();
            doubled();
            return rates;
        }

        private void undisturbed() {
            List<int[]> disks = new ArrayList<>();
            daily(0, Rule.WATCH, Rule.ALERT, sunday -> {
                disks.add(diskCounts(sunday));
                if (disks.size() > EARS_BASELINE) {
                    weekly(sunday, disks);
                }
            });
            daily(UNREST, Rule.WATCH_IN_UNREST, Rule.ALERT_IN_UNREST, sunday -> {});
        }

        private void daily(double unrest, Rule watch, Rule alert, Consumer<Snapshot> sunday) {
            MadeUpReports reports = new MadeUpReports(county, volume, chance, unrest, settings.overdispersion);
            for (int week = 1; week <= settings.weeks; week++) {
                BitSet watched = new BitSet();
                BitSet alerted = new BitSet();
                for (int day = 1; day <= DAYS_OF_WEEK; day++) {
                    reports.fall(1);
                    Snapshot snapshot = reports.snapshot();
                    mark(snapshot, watched, alerted);
                    if (day == DAYS_OF_WEEK) {
                        sunday.accept(snapshot);
                    }
                }
                add(watch, watched.cardinality(), settings.weeks);
                add(alert, alerted.cardinality(), settings.weeks);
                progress.update("Looking for alarms at " + volume + " a week", week, settings.weeks);
            }
        }

        private void weekly(Snapshot sunday, List<int[]> disks) {
            int weeks = settings.weeks - EARS_BASELINE;
            add(Rule.SHARE, cells(cell -> sunday.emergenceP(MONTH, cell) <= NOMINAL), weeks);
            add(Rule.DOUBLED, cells(cell -> isDoubled(disks, cell)), weeks);
            add(Rule.GI_STAR, cells(cell -> sunday.giZ(cell) > Z), weeks);
            add(Rule.GI_STAR_EXACT, cells(sunday::isHot), weeks);
            add(Rule.EARS, cells(cell -> isAboveEars(disks, cell)), weeks);
        }

        private void doubled() {
            int weeks = settings.doublings * MEAN_WEEKS;
            for (int doubling = 0; doubling < settings.doublings; doubling++) {
                MadeUpReports reports = new MadeUpReports(county, volume, chance, 0, settings.overdispersion);
                List<int[]> disks = new ArrayList<>();
                for (int week = -MEAN_WEEKS; week < MEAN_WEEKS; week++) {
                    double times = week < 0 ? 1 : 2;
                    IntStream.range(0, DAYS_OF_WEEK).forEach(day -> reports.fall(times));
                    Snapshot sunday = reports.snapshot();
                    disks.add(diskCounts(sunday));
                    long shares = cells(cell -> sunday.emergenceP(MONTH, cell) <= NOMINAL);
                    if (week < 0) {
                        add(Rule.SHARE_BEFORE_DOUBLING, shares, weeks);
                    } else {
                        add(Rule.SHARE_WHEN_DOUBLED, shares, weeks);
                        add(Rule.WATCH_WHEN_DOUBLED, cells(cell -> isAlarm(sunday.status(cell))), weeks);
                        add(Rule.COUNT_WHEN_DOUBLED, cells(cell -> isDoubled(disks, cell)), weeks);
                    }
                }
                progress.update("Doubling all reports at " + volume + " a week", doubling + 1L, settings.doublings);
            }
        }

        private void add(Rule rule, long alarms, int weeks) {
            rates.merge(rule, PER * alarms / weeks / county.grid().size(), Double::sum);
        }
    }

    private long cells(IntPredicate alarms) {
        return IntStream.range(0, county.grid().size()).filter(alarms).count();
    }

    private void mark(Snapshot snapshot, BitSet watched, BitSet alerted) {
        for (int cell = 0; cell < county.grid().size(); cell++) {
            if (isAlarm(snapshot.status(cell))) {
                watched.set(cell);
            }
            if (snapshot.status(cell) == AlertStatus.ALERT) {
                alerted.set(cell);
            }
        }
    }

    private static boolean isAlarm(AlertStatus status) {
        return status == AlertStatus.WATCH || status == AlertStatus.ALERT;
    }

    private int[] diskCounts(Snapshot snapshot) {
        return IntStream.range(0, county.grid().size())
                .map(cell -> snapshot.diskCount(WEEK, cell))
                .toArray();
    }

    private static boolean isDoubled(List<int[]> disks, int cell) {
        int last = disks.size() - 1;
        int before = 0;
        for (int week = last - MEAN_WEEKS; week < last; week++) {
            before += disks.get(week)[cell];
        }
        int count = disks.get(last)[cell];
        return count >= 2 && count * MEAN_WEEKS >= 2 * before;
    }

    private static boolean isAboveEars(List<int[]> disks, int cell) {
        int last = disks.size() - 1;
        double[] counts = IntStream.rangeClosed(last - EARS_BASELINE, last)
                .mapToDouble(week -> disks.get(week)[cell])
                .toArray();
        return counts[EARS_BASELINE] > Ears.C1.limit(counts, EARS_BASELINE, EARS_BASELINE, 0);
    }
}
