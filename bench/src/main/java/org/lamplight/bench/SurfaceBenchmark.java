package org.lamplight.bench;

import java.util.concurrent.TimeUnit;
import org.lamplight.areas.AreaBook;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.surface.Grid;
import org.lamplight.streams.surface.Snapshot;
import org.lamplight.streams.surface.Surface;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every column of one category's surface, after two years of reports. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 300)
@Measurement(iterations = 200)
@Fork(
        value = 1,
        jvmArgsAppend = {"-Xmx1g", "-XX:+UseSerialGC"})
public class SurfaceBenchmark {
    private static final AreaBook BOOK = AreaBook.northamptonshire();

    /** Resolution and reports a week. */
    @State(Scope.Benchmark)
    public static class Load {
        @Param({"8/10", "8/60", "8/250", "9/1000"})
        String load;

        private Grid grid;
        private MadeUpReports reports;

        /** The grid, which all surfaces share. */
        @Setup
        public void setUp() {
            String[] parts = load.split("/", -1);
            grid = Grid.of(BOOK, Integer.parseInt(parts[0]));
            reports = new MadeUpReports(grid.size(), Integer.parseInt(parts[1]));
        }

        private Surface surface() {
            Surface surface = new Surface(new Series(BOOK.force(), "streetsafe"), grid, true);
            for (int day = MadeUpReports.FIRST_DAY; day <= MadeUpReports.LAST_DAY; day++) {
                addDay(surface, day);
            }
            return surface;
        }

        private void addDay(Surface surface, int day) {
            for (int cell : reports.of(day)) {
                surface.add(cell, 1, day);
            }
        }
    }

    /** A surface that has never been computed, as at a start. */
    @State(Scope.Thread)
    public static class Fresh {
        private Surface surface;

        /** A new one for each invocation. */
        @Setup(Level.Invocation)
        public void setUp(Load load) {
            surface = load.surface();
        }
    }

    /** A surface that was up to date until one more report came, of today. */
    @State(Scope.Thread)
    public static class OneMore {
        private static final int REPORTS = 20;

        private Surface surface;
        private int[] cells;
        private int turn;

        /** Computes it once. */
        @Setup(Level.Trial)
        public void setUp(Load load) {
            surface = load.surface();
            surface.compute(MadeUpReports.LAST_DAY);
            cells = load.reports.some(REPORTS);
        }

        /** The report comes, each time elsewhere; once there are twenty, they are taken back one by one. */
        @Setup(Level.Invocation)
        public void report() {
            surface.add(cells[turn % REPORTS], turn < REPORTS ? 1 : -1, MadeUpReports.LAST_DAY);
            turn = (turn + 1) % (2 * REPORTS);
        }
    }

    /** A surface on the morning after, with a day's reports. */
    @State(Scope.Thread)
    public static class NewDay {
        private static final int DAYS = 28;

        private Surface surface;
        private int day = Integer.MAX_VALUE;

        /** A day later than before; after four weeks it begins anew. */
        @Setup(Level.Invocation)
        public void dayBegins(Load load) {
            if (day >= MadeUpReports.LAST_DAY + DAYS) {
                day = MadeUpReports.LAST_DAY;
                surface = load.surface();
                surface.compute(day);
            }
            day++;
            load.addDay(surface, day);
        }
    }

    /** All of it, with nothing known from before. */
    @Benchmark
    public Snapshot fromScratch(Fresh fresh) {
        return fresh.surface.compute(MadeUpReports.LAST_DAY);
    }

    /** Again after one report more or less. */
    @Benchmark
    public Snapshot afterOneReport(OneMore more) {
        return more.surface.compute(MadeUpReports.LAST_DAY);
    }

    /** Again on the next day. */
    @Benchmark
    public Snapshot onANewDay(NewDay newDay) {
        return newDay.surface.compute(newDay.day);
    }
}
