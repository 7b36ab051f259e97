package org.lamplight.local.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lamplight.local.Progress;
import org.lamplight.local.terminal.Table;
import org.lamplight.local.terminal.Table.Column;
import org.lamplight.streams.statistics.Interval;
import org.lamplight.streams.statistics.PredictiveAccuracy;

/**
 * Where will the next week's events be? Each of the last weeks is predicted from those before it, the same share of the area is
 * flagged by each way of ranking, and the events in it are counted. Each way is compared with the count of all history; the
 * interval of the difference comes from drawing weeks with replacement.
 */
public final class Ranking {
    private static final double[] SHARES = {0.01, 0.05};
    private static final int DRAWS = 2_000;
    private static final double CONFIDENCE = 0.95;
    private static final List<Column> COLUMNS = List.of(
            new Column("area", true),
            new Column("ranked by", false),
            new Column("hit rate", true),
            new Column("PAI", true),
            new Column("PEI*", true),
            new Column("against all history", true),
            new Column("95 % from", true),
            new Column("to", true));

    private final PlacedEvents events;
    private final Settings settings;

    private Ranking(PlacedEvents events, Settings settings) {
        this.events = events;
        this.settings = settings;
    }

    /**
     * How it is done.
     *
     * @param weeks how many weeks are predicted, the last ones
     * @param thin events a week that are left; 0 for all
     * @param runs how often they are thinned; hits of all runs are added up
     * @param seed of what is random
     */
    public record Settings(int weeks, double thin, int runs, long seed) {}

    /** Reads a data set; see docs/EVALUATION.md for the formats. */
    public static Ranking of(Path cells, Path events, Settings settings) {
        return new Ranking(PlacedEvents.read(cells, events), settings);
    }

    /** Predicts. */
    public Table table(Progress progress) {
        Map<Ranker, PredictiveAccuracy[][]> results = predict(progress);
        PredictiveAccuracy[][] yardstick = results.get(Ranker.ALL_HISTORY);
        List<List<String>> rows = new ArrayList<>();
        for (int share = 0; share < SHARES.length; share++) {
            for (Ranker ranker : Ranker.values()) {
                rows.add(row(share, ranker, results.get(ranker)[share], yardstick[share]));
            }
        }
        return new Table(COLUMNS, rows);
    }

    /** By way of ranking, share of the area and week. */
    private Map<Ranker, PredictiveAccuracy[][]> predict(Progress progress) {
        int first = events.weeks() - settings.weeks;
        if (first < 1) {
            throw new IllegalArgumentException("There are %d weeks; to predict %d takes at least one more."
                    .formatted(events.weeks(), settings.weeks));
        }
        int runs = settings.thin > 0 ? settings.runs : 1;
        SplittableRandom random = new SplittableRandom(settings.seed);
        Map<Ranker, PredictiveAccuracy[][]> results = new EnumMap<>(Ranker.class);
        for (Ranker ranker : Ranker.values()) {
            results.put(ranker, new PredictiveAccuracy[SHARES.length][settings.weeks]);
        }
        for (int run = 0; run < runs; run++) {
            PlacedEvents used = settings.thin > 0 ? events.thinned(settings.thin, random) : events;
            for (int i = 0; i < settings.weeks; i++) {
                predict(used, first + i, i, results);
                progress.update("Predicting weeks", (long) run * settings.weeks + i + 1, (long) runs * settings.weeks);
            }
        }
        return results;
    }

    private static void predict(PlacedEvents used, int week, int i, Map<Ranker, PredictiveAccuracy[][]> results) {
        double[] areas = used.areas();
        double[] truth = used.week(week);
        results.forEach((ranker, weeks) -> {
            double[] scores = ranker.scores(used, week);
            for (int share = 0; share < SHARES.length; share++) {
                PredictiveAccuracy hit = PredictiveAccuracy.of(areas, scores, truth, SHARES[share]);
                weeks[share][i] = weeks[share][i] == null ? hit : weeks[share][i].plus(hit);
            }
        });
    }

    private List<String> row(int share, Ranker ranker, PredictiveAccuracy[] weeks, PredictiveAccuracy[] yardstick) {
        PredictiveAccuracy all =
                Arrays.stream(weeks).reduce(PredictiveAccuracy::plus).orElseThrow();
        PredictiveAccuracy history =
                Arrays.stream(yardstick).reduce(PredictiveAccuracy::plus).orElseThrow();
        Interval difference = difference(weeks, yardstick);
        return List.of(
                Numbers.text("%.0f %%", 100 * SHARES[share]),
                ranker.label(),
                Numbers.text("%.4f", all.hitRate()),
                Numbers.text("%.2f", all.pai()),
                Numbers.text("%.3f", all.peiStar()),
                Numbers.text("%+.4f", all.hitRate() - history.hitRate()),
                Numbers.text("%+.4f", difference.low()),
                Numbers.text("%+.4f", difference.high()));
    }

    /** Percentiles of the difference of hit rates over weeks drawn with replacement. */
    private Interval difference(PredictiveAccuracy[] weeks, PredictiveAccuracy[] yardstick) {
        SplittableRandom random = new SplittableRandom(settings.seed);
        double[] differences = IntStream.range(0, DRAWS)
                .mapToDouble(draw -> {
                    double gained = 0;
                    double all = 0;
                    for (int i = 0; i < weeks.length; i++) {
                        int week = random.nextInt(weeks.length);
                        gained += weeks[week].hits() - yardstick[week].hits();
                        all += weeks[week].events();
                    }
                    return gained / all;
                })
                .sorted()
                .toArray();
        int tail = (int) Math.round(DRAWS * (1 - CONFIDENCE) / 2);
        return new Interval(differences[tail], differences[DRAWS - 1 - tail]);
    }
}
