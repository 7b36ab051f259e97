package org.lamplight.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.bench.Meter.Cost;
import org.lamplight.bench.servers.Scratch;
import org.lamplight.bench.sink.Delivery;
import org.lamplight.bench.sink.Delivery.Size;

/**
 * What grows with the number of counties and of their reports: processor time by step, state, and what rows take up on topics
 * and in tables. Loads take turns, so that a slow moment of the machine is one of all.
 */
public final class Growth {
    private static final double MEBIBYTE = 1 << 20;
    /** Smaller state is not shown. */
    private static final double SHOWN = 0.05;
    /** New days after which tables are measured again. */
    private static final int DAYS = 3;

    private final List<Figure> figures = new ArrayList<>();
    private final List<Load> loads;

    private Growth(List<Load> loads) {
        this.loads = loads;
    }

    /** Takes the file for the figures, the number of rounds, and loads: numbers of counties, or counties@reports a day. */
    public static void main(String[] args) throws Exception {
        Growth growth = new Growth(Arrays.stream(args).skip(2).map(Load::of).toList());
        growth.measure(Integer.parseInt(args[1]));
        growth.deliver();
        growth.write(Path.of(args[0]));
        // Kafka leaves threads behind.
        System.exit(0);
    }

    private void measure(int rounds) {
        say("warming up");
        TopologyCost.warmUp();
        List<TopologyCost> costs = loads.stream().map(TopologyCost::new).toList();
        for (int part = 0; part < TopologyCost.PARTS; part++) {
            for (TopologyCost cost : costs) {
                say("load %s: part %d of %d of the year before", cost.load(), part + 1, TopologyCost.PARTS);
                cost.takeIn(part);
            }
        }
        costs.forEach(TopologyCost::settle);
        for (int round = 0; round < rounds; round++) {
            for (TopologyCost cost : costs) {
                say("load %s: round %d of %d", cost.load(), round + 1, rounds);
                cost.begin(round);
            }
        }
        title("counties | reports a day each | step | µs: min | median | max | rows | KiB", 2, 1, 5);
        costs.forEach(this::times);
        title(
                "MiB a county | " + loads.stream().map(Load::toString).collect(Collectors.joining(" | ")),
                0,
                1,
                loads.size());
        state(costs);
    }

    private static void say(String format, Object... words) {
        System.err.printf(format + "%n", words);
    }

    private void times(TopologyCost cost) {
        Load load = cost.load();
        cost.costs().forEach((step, rounds) -> {
            Figure micros = add(Figure.of(load, step.name(), "µs", rounds, Cost::micros));
            Figure rows = add(Figure.of(load, step.name(), "rows", rounds, Cost::rows));
            Figure size = add(Figure.of(load, step.name(), "KiB", rounds, Cost::kibibytes));
            System.out.printf(
                    Locale.ROOT,
                    "| %d | %,d | %s | %,.0f | %,.0f | %,.0f | %,.1f | %,.1f |%n",
                    load.counties(),
                    load.reportsADay(),
                    step,
                    micros.min(),
                    micros.median(),
                    micros.max(),
                    rows.median(),
                    size.median());
        });
    }

    private void state(List<TopologyCost> costs) {
        Map<String, List<Figure>> sizes = new LinkedHashMap<>();
        costs.forEach(cost -> {
            Map<String, Long> stored = cost.stored();
            state(sizes, cost.load(), "heap without stores", cost.releaseHeap());
            stored.forEach((store, bytes) -> state(sizes, cost.load(), store, bytes));
        });
        sizes.values().stream()
                .filter(each -> each.stream().anyMatch(size -> size.median() >= SHOWN))
                .forEach(each -> System.out.printf(
                        "| %s | %s |%n",
                        each.get(0).measure(),
                        each.stream()
                                .map(size -> String.format(Locale.ROOT, "%,.1f", size.median()))
                                .collect(Collectors.joining(" | "))));
    }

    private void state(Map<String, List<Figure>> sizes, Load load, String part, long bytes) {
        sizes.computeIfAbsent(part, unseen -> new ArrayList<>())
                .add(add(Figure.once(load, part, "MiB", bytes / MEBIBYTE / load.counties())));
    }

    /** Sends the rows of one county of each load to a database. */
    private void deliver() throws Exception {
        title(
                "reports a day | topic | records | bytes each | rows in its table | bytes each | after " + DAYS
                        + " more days | MiB",
                1,
                1,
                6);
        for (Load load : loads) {
            if (load.counties() == 1) {
                say("load %s: rows on topics and in tables", load);
                deliver(load);
            }
        }
    }

    private void deliver(Load load) throws Exception {
        try (Scratch scratch = Scratch.create();
                Delivery delivery = Delivery.start(scratch.path());
                County county = new County(load.reportsADay(), load.resolutions(), delivery.registry())) {
            for (int day = TopologyCost.FIRST_DAY; day < MadeUpReports.LAST_DAY; day++) {
                county.takeIn(day);
                county.drain(delivery::send);
            }
            county.drift();
            county.drain(delivery::send);
            List<Size> sizes = delivery.sizes();
            for (int day = 0; day < DAYS; day++) {
                county.takeIn(MadeUpReports.LAST_DAY + day);
                county.drift();
                county.drain(delivery::send);
                delivery.sizes();
            }
            Map<String, Size> later = delivery.sizes().stream().collect(Collectors.toMap(Size::topic, size -> size));
            sizes.stream().filter(size -> size.rows() > 0).forEach(size -> print(load, size, later.get(size.topic())));
        }
    }

    private void print(Load load, Size size, Size later) {
        Figure record = add(Figure.once(load, size.topic(), "B/record", (double) size.logBytes() / size.records()));
        Figure row = add(Figure.once(load, size.topic(), "B/row", (double) size.tableBytes() / size.rows()));
        Figure after = add(Figure.once(load, size.topic(), "B/row later", (double) later.tableBytes() / later.rows()));
        Figure all = add(Figure.once(load, size.topic(), "MiB", later.tableBytes() / MEBIBYTE));
        add(Figure.once(load, size.topic(), "rows", (double) size.rows()));
        System.out.printf(
                Locale.ROOT,
                "| %,d | `%s` | %,d | %,.0f | %,d | %,.0f | %,.0f | %,.1f |%n",
                load.reportsADay(),
                size.topic(),
                size.records(),
                record.median(),
                size.rows(),
                row.median(),
                after.median(),
                all.median());
    }

    private Figure add(Figure figure) {
        figures.add(figure);
        return figure;
    }

    /** Begins a table: its titles, and how many columns of each alignment there are. */
    private static void title(String titles, int numbers, int words, int moreNumbers) {
        System.out.printf(
                "%n| %s |%n|%s%s%s%n",
                titles, "---:|".repeat(numbers), "---|".repeat(words), "---:|".repeat(moreNumbers));
    }

    private void write(Path file) throws IOException {
        Files.write(
                file,
                Stream.concat(Stream.of(Figure.HEADER), figures.stream().map(Figure::line))
                        .toList());
    }
}
