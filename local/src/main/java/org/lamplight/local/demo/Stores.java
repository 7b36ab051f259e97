package org.lamplight.local.demo;

import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

/** The shops that report: a few report often. */
final class Stores {
    private static final int SHOPS = 260;
    private static final String NORTH = "E06000061";

    private final Weighted<Store> choice;

    /** A shop, and its id as exports give it. */
    record Store(String id, Grid.Reference at) {}

    Stores(AreaBook book, Places places, RandomGenerator random) {
        Grid grid = new Grid();
        choice = new Weighted<>(
                IntStream.rangeClosed(1, SHOPS)
                        .mapToObj(number -> store(number, places.draw(random), grid, book))
                        .toList(),
                store -> Math.pow(Integer.parseInt(store.id().substring(1)), -0.6));
    }

    private static Store store(int number, Point point, Grid grid, AreaBook book) {
        boolean north = book.councilOf(Cells.at(point.latitude(), point.longitude()))
                .map(Area::code)
                .filter(NORTH::equals)
                .isPresent();
        return new Store(String.format(Locale.ROOT, "%s%04d", north ? "N" : "W", number), grid.of(point));
    }

    Store draw(RandomGenerator random) {
        return choice.draw(random);
    }

    /** Whether the shop of this id lies in North Northamptonshire, where the pilot runs. */
    static boolean north(String id) {
        return id.startsWith("N");
    }
}
