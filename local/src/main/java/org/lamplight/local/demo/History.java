package org.lamplight.local.demo;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A year of one source, written day by day: what happens on a day becomes rows when its reports and their later
 * versions arrive, and the rows wait for the next export. A day's draws depend on the seed and the day alone.
 */
final class History {
    static final int DAYS = 365;

    private final Source source;
    private final long seed;
    private final double scale;
    private final LocalDateTime now;
    private final Arrivals arrivals;

    History(Source source, long seed, double scale, LocalDateTime now) {
        this.source = source;
        this.seed = seed;
        this.scale = scale;
        this.now = now;
        this.arrivals = new Arrivals(source, now.toLocalDate());
    }

    /** Told how many days are done. */
    interface DayDone {
        void days(long done);
    }

    Planted write(Inbox inbox, DayDone dayDone) throws IOException {
        Planted planted = Planted.NOTHING;
        LocalDate first = now.toLocalDate().minusDays(DAYS - 1L);
        for (int passed = 0; passed < DAYS; passed++) {
            LocalDate day = first.plusDays(passed);
            RandomGenerator random = new SplittableRandom(
                    31 * (31 * seed + source.export().source().hashCode()) + day.toEpochDay());
            happen(day, random);
            if (source.export().days().test(day)) {
                planted = planted.plus(export(day, inbox, random));
            }
            dayDone.days(passed + 1L);
        }
        return planted;
    }

    /** Reports come one after another at random (a Poisson process), so many a day in the mean. */
    private void happen(LocalDate day, RandomGenerator random) {
        double expected = scale * source.perWeek(day) / 7 * source.rhythm().weight(day);
        int ordinal = 0;
        for (double at = random.nextExponential(); at < expected; at += random.nextExponential()) {
            LocalDateTime occurred = source.rhythm().moment(day, random);
            String number = String.format(Locale.ROOT, "%d-%03d%05d", day.getYear(), day.getDayOfYear(), ++ordinal);
            Optional<Version> version = Optional.of(source.report(occurred, number, Pace.AS_DRAWN, random));
            while (version.isPresent()) {
                arrivals.add(version.get(), random);
                version = source.next(version.get(), Pace.AS_DRAWN, random);
            }
        }
    }

    private Planted export(LocalDate day, Inbox inbox, RandomGenerator random) throws IOException {
        LocalDateTime midnight = day.plusDays(1).atStartOfDay();
        Batch batch = arrivals.takeBefore(midnight.isBefore(now) ? midnight : now, random);
        if (batch.lines().isEmpty()) {
            return Planted.NOTHING;
        }
        inbox.drop(source.export(), source.export().fileName(day.toString()), batch.lines());
        return batch.planted().plus(new Planted(1, 0, 0, 0, 0, 0));
    }
}
