package org.lamplight.local.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaKind;
import org.lamplight.local.Progress;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.trend.WeeklyTrends;

/**
 * Do weeks that are still filling look like a fall? Nothing changes in a made-up county, but reports come in late: 60 % within
 * two days, 30 % after 3 to 13, 10 % after 14 to 60, so that 55 % of a week's reports are in when it ends. Every Sunday the
 * week that ends is looked at, once as it is done and once as if nothing were late. A rise is looked for too: an area's reports of that
 * week, on time and late, are tripled for one look.
 */
public final class LateReports {
    private static final double PER = 1_000;
    private static final double NOMINAL = 0.005;
    private static final int DAYS_OF_WEEK = 7;
    private static final int HISTORY_WEEKS = 78;
    private static final int RESOLUTION = 8;
    private static final double ENOUGH_TO_TRIPLE = 2;
    private static final LocalDate FIRST_MONDAY = LocalDate.of(2024, 1, 1);
    private static final List<Column> COLUMNS = List.of(
            new Column("a week", true),
            new Column("areas", false),
            new Column("weeks", true),
            new Column("false falls", true),
            new Column("as if on time", true),
            new Column("FALLING", true),
            new Column("as if on time ", true),
            new Column("in the 90 % interval", true),
            new Column("tripled", true),
            new Column("found at once", true),
            new Column("as if on time  ", true));

    private final AreaBook book;
    private final MadeUpCounty county;
    private final Settings settings;
    private final Map<String, Double> shares = new TreeMap<>();
    private final Map<AreaKind, List<String>> areas = new EnumMap<>(AreaKind.class);

    /**
     * How it is done.
     *
     * @param volumes reports a week in the whole county, one experiment each
     * @param weeks weeks looked at after a year and a half of history
     * @param seed of what is random
     */
    public record Settings(List<Integer> volumes, int weeks, long seed) {}

    /** Prepares the county. */
    public LateReports(AreaBook book, Settings settings) {
        this.book = book;
        this.county = new MadeUpCounty(book, RESOLUTION, settings.seed);
        this.settings = settings;
        for (int cell = 0; cell < county.grid().size(); cell++) {
            double share = county.share(cell);
            areasOf(cell).forEach(area -> shares.merge(area, share, Double::sum));
        }
        shares.keySet()
                .forEach(area -> areas.computeIfAbsent(
                                book.area(area).orElseThrow().kind(), unseen -> new ArrayList<>())
                        .add(area));
    }

    /** The newest ward, the council and the force. */
    private List<String> areasOf(int cell) {
        return Stream.concat(
                        Stream.of(county.grid().ward(cell), county.grid().council(cell))
                                .flatMap(code -> code.stream()),
                        Stream.of(book.force()))
                .toList();
    }

    /** Lets reports come in, and looks. */
    public Table table(Progress progress) {
        List<List<String>> rows = new ArrayList<>();
        for (int volume : settings.volumes) {
            Map<AreaKind, Tally> tallies = new Experiment(volume, progress).run();
            tallies.forEach((kind, tally) -> rows.add(tally.row(volume, kind)));
        }
        return new Table(COLUMNS, rows);
    }

    /** A report of a cell that comes in on a day. */
    private record Report(int cell, LocalDate monday, LocalDate received) {
        int delay() {
            return (int) Math.max(
                    0,
                    received.toEpochDay() - monday.plusDays(DAYS_OF_WEEK - 1L).toEpochDay());
        }
    }

    /** What was seen of an area, to be compared with what came of it. */
    private record Look(String area, LocalDate monday, double low, double high) {}

    private static final class Tally {
        private int looks;
        private int falls;
        private int fallsOnTime;
        private int falling;
        private int fallingOnTime;
        private int within;
        private int tripled;
        private int found;
        private int foundOnTime;

        List<String> row(int volume, AreaKind kind) {
            return List.of(
                    Integer.toString(volume),
                    kind.name().toLowerCase(Locale.ROOT),
                    Integer.toString(looks),
                    Numbers.text("%.1f", PER * falls / looks),
                    Numbers.text("%.1f", PER * fallsOnTime / looks),
                    Numbers.text("%.1f", PER * falling / looks),
                    Numbers.text("%.1f", PER * fallingOnTime / looks),
                    Numbers.text("%.3f", (double) within / looks),
                    Integer.toString(tripled),
                    Numbers.text("%.2f", (double) found / tripled),
                    Numbers.text("%.2f", (double) foundOnTime / tripled));
        }
    }

    private final class Experiment {
        private final int volume;
        private final Progress progress;
        private final Chance chance;
        private final Lottery lottery = county.lottery();
        private final WeeklyTrends trends = new WeeklyTrends(book, new Series(book.force(), "made-up"));
        private final WeeklyTrends onTime = new WeeklyTrends(book, new Series(book.force(), "made-up"));
        private final Map<String, Map<LocalDate, Integer>> truth = new HashMap<>();
        private final List<Look> looks = new ArrayList<>();
        private final Map<AreaKind, Tally> tallies = new EnumMap<>(AreaKind.class);
        private List<Report> underWay = new ArrayList<>();

        Experiment(int volume, Progress progress) {
            this.volume = volume;
            this.progress = progress;
            this.chance = new Chance(settings.seed + volume);
            areas.keySet().forEach(kind -> tallies.put(kind, new Tally()));
        }

        Map<AreaKind, Tally> run() {
            int weeks = HISTORY_WEEKS + settings.weeks;
            for (int week = 0; week < weeks; week++) {
                LocalDate monday = FIRST_MONDAY.plusWeeks(week);
                happen(monday);
                receive(monday.plusDays(DAYS_OF_WEEK - 1L));
                if (week >= HISTORY_WEEKS) {
                    look(monday);
                    triple(monday);
                }
                progress.update("Waiting for reports at " + volume + " a week", week + 1L, weeks);
            }
            looks.forEach(this::compare);
            return tallies;
        }

        private void happen(LocalDate monday) {
            int reports = chance.poisson(volume);
            for (int report = 0; report < reports; report++) {
                int cell = lottery.draw(chance);
                underWay.add(report(cell, monday));
                areasOf(cell)
                        .forEach(area -> truth.computeIfAbsent(area, unseen -> new HashMap<>())
                                .merge(monday, 1, Integer::sum));
            }
        }

        private Report report(int cell, LocalDate monday) {
            return new Report(
                    cell, monday, monday.plusDays(chance.below(DAYS_OF_WEEK)).plusDays(delay()));
        }

        private int delay() {
            double kind = chance.uniform();
            return kind < 0.6 ? chance.below(3) : kind < 0.9 ? 3 + chance.below(11) : 14 + chance.below(47);
        }

        private void receive(LocalDate today) {
            Predicate<Report> isIn = report -> !report.received.isAfter(today);
            underWay.stream().filter(isIn).forEach(report -> count(report, areasOf(report.cell), 1));
            underWay = new ArrayList<>(underWay.stream().filter(isIn.negate()).toList());
        }

        private void count(Report report, List<String> codes, int by) {
            for (String area : codes) {
                trends.add(area, report.monday, by);
                onTime.add(area, report.monday, by);
            }
            trends.addArrivals(report.monday, report.delay(), by);
            onTime.addArrivals(report.monday, 0, by);
        }

        private void compute(LocalDate monday) {
            trends.compute(monday.plusDays(DAYS_OF_WEEK - 1L));
            onTime.compute(monday.plusDays(DAYS_OF_WEEK - 1L));
        }

        private void look(LocalDate monday) {
            compute(monday);
            areas.forEach((kind, codes) -> codes.forEach(area -> trends.row(area, monday)
                    .filter(row -> row.getPFall() != null)
                    .ifPresent(row -> look(tallies.get(kind), area, monday, row))));
        }

        private void look(Tally tally, String area, LocalDate monday, Trend row) {
            Trend plain = onTime.row(area, monday).orElseThrow();
            tally.looks++;
            tally.falls += row.getPFall() <= NOMINAL ? 1 : 0;
            tally.fallsOnTime += plain.getPFall() <= NOMINAL ? 1 : 0;
            tally.falling += row.getDirection() == Direction.FALLING ? 1 : 0;
            tally.fallingOnTime += plain.getDirection() == Direction.FALLING ? 1 : 0;
            looks.add(new Look(area, monday, row.getNowcastLow(), row.getNowcastHigh()));
        }

        private void compare(Look look) {
            int count = truth.getOrDefault(look.area, Map.of()).getOrDefault(look.monday, 0);
            Tally tally = tallies.get(book.area(look.area).map(Area::kind).orElseThrow());
            tally.within += look.low <= count && count <= look.high ? 1 : 0;
        }

        /** One area of each kind that has enough reports. */
        private void triple(LocalDate monday) {
            areas.forEach((kind, codes) -> {
                List<String> large = codes.stream()
                        .filter(area -> mean(area) >= ENOUGH_TO_TRIPLE)
                        .toList();
                if (!large.isEmpty()) {
                    triple(tallies.get(kind), large.get(chance.below(large.size())), monday);
                }
            });
        }

        private double mean(String area) {
            return volume * shares.get(area);
        }

        private void triple(Tally tally, String area, LocalDate monday) {
            int more = chance.poisson(2 * mean(area));
            List<Report> received = IntStream.range(0, more)
                    .mapToObj(report -> report(0, monday))
                    .filter(report -> report.delay() == 0)
                    .toList();
            received.forEach(report -> count(report, List.of(area), 1));
            compute(monday);
            tally.tripled++;
            tally.found += isRise(trends, area, monday) ? 1 : 0;
            tally.foundOnTime += isRise(onTime, area, monday) ? 1 : 0;
            received.forEach(report -> count(report, List.of(area), -1));
        }

        private static boolean isRise(WeeklyTrends trends, String area, LocalDate monday) {
            return trends.row(area, monday).orElseThrow().getPRise() <= NOMINAL;
        }
    }
}
