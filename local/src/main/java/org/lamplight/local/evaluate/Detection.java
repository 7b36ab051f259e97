package org.lamplight.local.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.streams.surface.Snapshot;

/**
 * How soon is a rise found? After a year of reports on a made-up county they multiply for 56 days in a few disks of a cell and its
 * ring, and every day it is looked whether the cell in the middle is in WATCH or in ALERT.
 */
public final class Detection {
    private static final int DAYS = 56;
    private static final int SOON = 28;
    private static final int NEVER = Integer.MAX_VALUE;
    private static final int RESOLUTION = 8;
    private static final int[] TIMES = {2, 3, 5};
    private static final List<Column> COLUMNS = List.of(
            new Column("a week", true),
            new Column("site", false),
            new Column("of it a week", true),
            new Column("rise", true),
            new Column("sites", true),
            new Column("WATCH in 28 days", true),
            new Column("median days", true),
            new Column("ALERT in 28 days", true),
            new Column("median days ", true));

    private final MadeUpCounty county;
    private final Settings settings;

    /**
     * How it is done.
     *
     * @param volumes reports a week in the whole county, one experiment each
     * @param runs how often
     * @param sites disks of each kind in which reports rise at once
     * @param overdispersion whether the test for emergence allows for counts that vary more than its model says
     * @param seed of what is random
     */
    public record Settings(List<Integer> volumes, int runs, int sites, boolean overdispersion, long seed) {}

    /** Disks by their share of all reports. */
    private enum Site {
        BUSY("busy: 2 % of all", 0.02),
        UPPER("90th to 95th percentile: 0.67 %", 0.0067),
        MEDIAN("median: 0.08 %", 0.0008);

        private static final double WITHIN = 0.2;

        private final String label;
        private final double share;

        Site(String label, double share) {
            this.label = label;
            this.share = share;
        }

        boolean is(double diskShare) {
            return Math.abs(diskShare - share) <= WITHIN * share;
        }
    }

    /**
     * When a rise was found.
     *
     * @param watch days until WATCH or ALERT
     * @param alert days until ALERT
     */
    private record Found(int watch, int alert) {}

    /** Prepares the county. */
    public Detection(AreaBook book, Settings settings) {
        this.county = new MadeUpCounty(book, RESOLUTION, settings.seed);
        this.settings = settings;
    }

    /** Lets reports rise, and looks. */
    public Table table(Progress progress) {
        List<List<String>> rows = new ArrayList<>();
        Chance chance = new Chance(settings.seed);
        int experiments = settings.volumes.size() * TIMES.length * settings.runs;
        int done = 0;
        for (int volume : settings.volumes) {
            for (int times : TIMES) {
                Map<Site, List<Found>> found = new EnumMap<>(Site.class);
                for (int run = 0; run < settings.runs; run++) {
                    run(volume, times, chance, found);
                    done++;
                    progress.update("Letting reports rise", done, experiments);
                }
                found.forEach((site, all) -> rows.add(row(volume, times, site, all)));
            }
        }
        return new Table(COLUMNS, rows);
    }

    private void run(int volume, int times, Chance chance, Map<Site, List<Found>> found) {
        Map<Integer, Site> sites = sites(chance);
        MadeUpReports reports = new MadeUpReports(county, volume, chance, 0, settings.overdispersion);
        Map<Integer, Found> firsts = new HashMap<>();
        for (int day = 1; day <= DAYS; day++) {
            reports.fall(1);
            sites.keySet().forEach(centre -> reports.add(centre, times - 1));
            Snapshot snapshot = reports.snapshot();
            for (int centre : sites.keySet()) {
                AlertStatus status = snapshot.status(centre);
                Found before = firsts.getOrDefault(centre, new Found(NEVER, NEVER));
                boolean alert = status == AlertStatus.ALERT;
                firsts.put(
                        centre,
                        new Found(
                                alert || status == AlertStatus.WATCH ? Math.min(before.watch, day) : before.watch,
                                alert ? Math.min(before.alert, day) : before.alert));
            }
        }
        sites.forEach((centre, site) ->
                found.computeIfAbsent(site, unseen -> new ArrayList<>()).add(firsts.get(centre)));
    }

    /** Disks of every kind, chosen at random, that do not touch each other. */
    private Map<Integer, Site> sites(Chance chance) {
        BitSet taken = new BitSet();
        Map<Integer, Site> sites = new LinkedHashMap<>();
        for (Site kind : Site.values()) {
            List<Integer> candidates =
                    new ArrayList<>(IntStream.range(0, county.grid().size())
                            .filter(cell -> kind.is(county.diskShare(cell)))
                            .boxed()
                            .toList());
            for (int chosen = 0; chosen < settings.sites && !candidates.isEmpty(); ) {
                int centre = candidates.remove(chance.below(candidates.size()));
                if (county.disk(centre).noneMatch(taken::get)) {
                    county.disk(centre).flatMap(county::disk).forEach(taken::set);
                    sites.put(centre, kind);
                    chosen++;
                }
            }
        }
        return sites;
    }

    private static List<String> row(int volume, int times, Site site, List<Found> found) {
        return List.of(
                Integer.toString(volume),
                site.label,
                Numbers.text("%.2f", volume * site.share),
                "x" + times,
                Integer.toString(found.size()),
                soon(found.stream().mapToInt(Found::watch)),
                median(found.stream().mapToInt(Found::watch)),
                soon(found.stream().mapToInt(Found::alert)),
                median(found.stream().mapToInt(Found::alert)));
    }

    private static String soon(IntStream days) {
        return Numbers.text(
                "%.2f", days.mapToDouble(day -> day <= SOON ? 1 : 0).average().orElse(Double.NaN));
    }

    /** Of all sites; a dash where fewer than half are found at all. */
    private static String median(IntStream days) {
        int[] sorted = days.sorted().toArray();
        int middle = sorted[(sorted.length - 1) / 2];
        return middle == NEVER ? "-" : Integer.toString(middle);
    }
}
