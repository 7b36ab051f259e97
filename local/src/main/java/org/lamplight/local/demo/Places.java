package org.lamplight.local.demo;

import com.uber.h3core.util.LatLng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;

/** The street points where reports happen: a few in each town centre draw most, the county's lanes are a long tail. */
final class Places {
    private static final double LONG_TAIL_SHARE = 0.12;
    private static final int LONG_TAIL_POINTS = 400;
    private static final int LONG_TAIL_RESOLUTION = 9;

    private final AreaBook book;
    private final List<Spot> spots = new ArrayList<>();
    private final Weighted<Spot> choice;

    private record Spot(Point point, double weight) {}

    Places(AreaBook book, RandomGenerator random) {
        this.book = book;
        double everyone = Stream.of(Town.values()).mapToInt(Town::thousands).sum();
        for (Town town : Town.values()) {
            addTown(town, (1 - LONG_TAIL_SHARE) * town.thousands() / everyone, random);
        }
        addLongTail(random);
        this.choice = new Weighted<>(spots, Spot::weight);
    }

    Point draw(RandomGenerator random) {
        return choice.draw(random).point();
    }

    /** Points thin out with the distance from the centre, and so does what happens at each: by rank, as with Zipf. */
    private void addTown(Town town, double share, RandomGenerator random) {
        int wanted = 12 + town.thousands();
        double spread = 300 + 60 * Math.sqrt(town.thousands());
        List<Point> points = new ArrayList<>(wanted);
        while (points.size() < wanted) {
            double distance = spread * Math.abs(random.nextGaussian()) * random.nextDouble();
            double bearing = random.nextDouble(2 * Math.PI);
            Point point = town.centre().shifted(distance * Math.cos(bearing), distance * Math.sin(bearing));
            if (wellInside(point)) {
                points.add(point);
            }
        }
        points.sort(Comparator.comparingDouble(point -> distanceSquared(point, town.centre())));
        double[] weights = new double[wanted];
        Arrays.setAll(weights, rank -> Math.pow(rank + 1.0, -0.8));
        double sum = Arrays.stream(weights).sum();
        for (int rank = 0; rank < wanted; rank++) {
            spots.add(new Spot(points.get(rank), share * weights[rank] / sum));
        }
    }

    private void addLongTail(RandomGenerator random) {
        long[] county = book.cells(LONG_TAIL_RESOLUTION);
        for (int added = 0; added < LONG_TAIL_POINTS; ) {
            LatLng centre = Cells.centre(county[random.nextInt(county.length)]);
            Point point = new Point(centre.lat, centre.lng).shifted(random.nextInt(100), random.nextInt(100));
            if (wellInside(point)) {
                spots.add(new Spot(point, LONG_TAIL_SHARE / LONG_TAIL_POINTS));
                added++;
            }
        }
    }

    /** Whether the point and all around it are in the county, so that a metre more or less cannot take it out. */
    private boolean wellInside(Point point) {
        return Arrays.stream(Cells.disk(Cells.at(point.latitude(), point.longitude())))
                .allMatch(book::covers);
    }

    private static double distanceSquared(Point a, Point b) {
        double north = a.latitude() - b.latitude();
        double east = (a.longitude() - b.longitude()) * Math.cos(Math.toRadians(a.latitude()));
        return north * north + east * east;
    }
}
