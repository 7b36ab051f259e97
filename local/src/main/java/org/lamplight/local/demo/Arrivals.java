package org.lamplight.local.demo;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.random.RandomGenerator;

/** Versions of reports that wait for their export. About one row in a hundred goes bad, one is sent again later. */
final class Arrivals {
    /** Share of reports with a code that no code list knows. */
    static final double OTHER_CODES = 0.005;

    private static final double BAD = 0.01;
    private static final double REPEATED = 0.01;
    private static final double RESENT = 0.01;
    private static final Comparator<Row> BY_ARRIVAL =
            Comparator.comparingLong(Row::second).thenComparingLong(Row::order);

    private final Source source;
    private final LocalDate today;
    private final PriorityQueue<Row> waiting = new PriorityQueue<>(BY_ARRIVAL);
    private final List<Row> toResend = new ArrayList<>();
    private long order;

    private record Row(long second, long order, String line, boolean bad, boolean otherCode) {
        Planted planted(long repeated, long resent) {
            return new Planted(0, 1, bad ? 1 : 0, otherCode && !bad ? 1 : 0, repeated, resent);
        }
    }

    Arrivals(Source source, LocalDate today) {
        this.source = source;
        this.today = today;
    }

    void add(Version version, RandomGenerator random) {
        boolean bad = !version.withdrawal() && random.nextDouble() < BAD;
        Fields row = bad ? spoiled(version.row(), random) : version.row();
        waiting.add(new Row(second(version.at()), order++, row.line(), bad, version.otherCode()));
    }

    private Fields spoiled(Fields row, RandomGenerator random) {
        Flaw[] flaws = Flaw.values();
        return flaws[random.nextInt(flaws.length)].spoil(row.copy(), source.where(), today);
    }

    /**
     * Takes what arrived before this moment, and some rows of the batch before it once more; these wait if nothing new
     * came, because a file of nothing else could be the same file again.
     */
    Batch takeBefore(LocalDateTime limit, RandomGenerator random) {
        Batch batch = new Batch();
        if (!arrivedBefore(limit)) {
            return batch;
        }
        List<Row> resent = List.copyOf(toResend);
        toResend.clear();
        while (arrivedBefore(limit)) {
            take(waiting.poll(), batch, random);
        }
        resent.forEach(row -> batch.add(row.line(), row.planted(0, 1)));
        return batch;
    }

    private boolean arrivedBefore(LocalDateTime limit) {
        return !waiting.isEmpty() && waiting.peek().second() < second(limit);
    }

    private static long second(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC);
    }

    private void take(Row row, Batch batch, RandomGenerator random) {
        batch.add(row.line(), row.planted(0, 0));
        if (source.repeats() && !row.bad() && random.nextDouble() < REPEATED) {
            batch.add(row.line(), row.planted(1, 0));
        } else if (random.nextDouble() < RESENT) {
            toResend.add(row);
        }
    }
}
