package org.lamplight.streams.surface;

import com.uber.h3core.util.LatLng;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Alert;
import org.lamplight.schemas.AlertState;
import org.lamplight.schemas.AlertStatus;
import org.lamplight.streams.deltas.Series;
import org.lamplight.streams.rules.Phrases;

/**
 * Neighbouring cells in alert are one alert, with an id that it keeps and a life: it opens, grows, and closes after a week
 * without a cell in alert. Where alerts grow together the oldest takes the others in; one that falls apart stays one.
 */
final class Alerts {
    private static final int DAYS_TO_CLOSE = 7;
    private static final int DAYS_KEPT = 365;
    private static final int LONGEST = Snapshot.WINDOWS.size() - 1;
    private static final Comparator<Alert> OLDEST_FIRST =
            Comparator.comparing(Alert::getOpenedOn).thenComparing(Alert::getAlert);

    private final KeyValueStore<String, Alert> store;
    private final Map<Series, Map<String, Alert>> alerts = new HashMap<>();

    Alerts(KeyValueStore<String, Alert> store) {
        this.store = store;
        try (KeyValueIterator<String, Alert> all = store.all()) {
            all.forEachRemaining(entry -> of(new Series(entry.value.getForce(), entry.value.getCategory()))
                    .put(entry.value.getAlert(), entry.value));
        }
    }

    private Map<String, Alert> of(Series series) {
        return alerts.computeIfAbsent(series, unseen -> new TreeMap<>());
    }

    /** The series that have alerts, open or closed. */
    Collection<Series> series() {
        return alerts.keySet();
    }

    /**
     * Brings the alerts of a surface up to its latest snapshot.
     *
     * @param changed receives the key and the row, null for none, of every alert that changed
     * @return the id of the alert that each cell in alert belongs to; null for the others
     */
    String[] update(Surface surface, BiConsumer<String, Alert> changed) {
        Snapshot snapshot = surface.latest();
        LocalDate today = LocalDate.ofEpochDay(snapshot.asOf());
        Map<String, Alert> before = of(surface.series());
        List<Alert> open = before.values().stream()
                .filter(alert -> alert.getState() != AlertState.CLOSED)
                .sorted(OLDEST_FIRST)
                .toList();
        String[] idOf = new String[surface.grid().size()];
        Map<String, Alert> after = new HashMap<>();
        for (Group group : groups(surface, open)) {
            Alert alert = alert(surface, group, today);
            after.put(alert.getAlert(), alert);
            group.cells.stream().forEach(cell -> idOf[cell] = alert.getAlert());
            group.alerts.stream()
                    .skip(1)
                    .forEach(other -> after.put(other.getAlert(), closed(other, today, alert.getAlert())));
        }
        open.stream()
                .filter(alert -> !after.containsKey(alert.getAlert()))
                .filter(alert -> !today.isBefore(alert.getLastAlertOn().plusDays(DAYS_TO_CLOSE)))
                .forEach(alert -> after.put(alert.getAlert(), closed(alert, today, null)));
        after.forEach((id, alert) -> {
            if (!alert.equals(before.put(id, alert))) {
                store.put(key(alert), alert);
                changed.accept(key(alert), alert);
            }
        });
        before.values().removeIf(alert -> isForgotten(alert, today, changed));
        return idOf;
    }

    private boolean isForgotten(Alert alert, LocalDate today, BiConsumer<String, Alert> changed) {
        boolean forgotten = alert.getState() == AlertState.CLOSED
                && alert.getClosedOn().plusDays(DAYS_KEPT).isBefore(today);
        if (forgotten) {
            store.delete(key(alert));
            changed.accept(key(alert), null);
        }
        return forgotten;
    }

    private static String key(Alert alert) {
        return String.join("/", alert.getForce(), alert.getCategory(), alert.getAlert());
    }

    /** Cells in alert that belong together, and the open alerts, oldest first, that they touch. */
    private record Group(BitSet cells, TreeSet<Alert> alerts) {
        boolean shares(Group other) {
            return alerts.stream().anyMatch(other.alerts::contains);
        }

        void absorb(Group other) {
            cells.or(other.cells);
            alerts.addAll(other.alerts);
        }
    }

    private static List<Group> groups(Surface surface, List<Alert> open) {
        Map<Alert, BitSet> reach = new HashMap<>();
        open.forEach(alert -> reach.put(alert, reach(surface, alert)));
        List<Group> groups = new ArrayList<>();
        for (BitSet component : components(surface)) {
            Group group = new Group(component, new TreeSet<>(OLDEST_FIRST));
            open.stream()
                    .filter(alert -> reach.get(alert).intersects(component))
                    .forEach(group.alerts::add);
            groups.removeIf(other -> {
                boolean joined = other.shares(group);
                if (joined) {
                    group.absorb(other);
                }
                return joined;
            });
            groups.add(group);
        }
        return groups;
    }

    private static BitSet reach(Surface surface, Alert alert) {
        BitSet reach = new BitSet();
        alert.getCells().stream()
                .mapToInt(cell -> surface.grid().indexOf(Cells.parse(cell)))
                .filter(cell -> cell != Grid.ABSENT)
                .flatMap(surface.disks()::cells)
                .forEach(reach::set);
        return reach;
    }

    /** Cells in alert, each with those it can be reached from over others in alert. */
    private static List<BitSet> components(Surface surface) {
        Snapshot snapshot = surface.latest();
        BitSet unseen = new BitSet();
        for (int cell = 0; cell < surface.grid().size(); cell++) {
            unseen.set(cell, snapshot.status(cell) == AlertStatus.ALERT);
        }
        List<BitSet> components = new ArrayList<>();
        for (int cell = unseen.nextSetBit(0); cell >= 0; cell = unseen.nextSetBit(cell)) {
            components.add(component(surface.grid(), cell, unseen));
        }
        return components;
    }

    /** Takes a cell, and all that can be reached from it, out of the unseen ones. */
    private static BitSet component(Grid grid, int start, BitSet unseen) {
        BitSet component = new BitSet();
        Deque<Integer> reached = new ArrayDeque<>(List.of(start));
        unseen.clear(start);
        while (!reached.isEmpty()) {
            int cell = reached.remove();
            component.set(cell);
            for (int near : grid.ring(cell)) {
                if (unseen.get(near)) {
                    unseen.clear(near);
                    reached.add(near);
                }
            }
        }
        return component;
    }

    private static Alert alert(Surface surface, Group group, LocalDate today) {
        Snapshot snapshot = surface.latest();
        Grid grid = surface.grid();
        int strongest = group.cells.stream()
                .boxed()
                .min(Comparator.<Integer>comparingDouble(snapshot::emergenceP)
                        .thenComparing(cell -> -snapshot.cellCount(LONGEST, cell)))
                .orElseThrow();
        LatLng centre = grid.centre(strongest);
        Alert oldest = group.alerts.isEmpty() ? null : group.alerts.first();
        List<String> cells = Stream.concat(
                        group.alerts.stream().flatMap(alert -> alert.getCells().stream()),
                        group.cells.stream().mapToObj(cell -> grid.name(cell)))
                .distinct()
                .sorted()
                .toList();
        boolean grown = oldest != null && cells.size() > oldest.getCells().size();
        LocalDate grownOn = grown ? today : oldest == null ? null : oldest.getGrownOn();
        BitSet around = new BitSet();
        group.cells.stream().flatMap(surface.disks()::cells).forEach(around::set);
        return Alert.newBuilder()
                .setForce(surface.series().force())
                .setCategory(surface.series().category())
                .setAlert(oldest == null ? today + "-" + grid.name(strongest) : oldest.getAlert())
                .setName(grid.placeName(strongest))
                .setWard(grid.ward(strongest).orElse(null))
                .setCouncil(grid.council(strongest).orElse(null))
                .setLatitude(centre.lat)
                .setLongitude(centre.lng)
                .setCells(cells)
                .setState(grownOn == null ? AlertState.OPEN : AlertState.GROWN)
                .setOpenedOn(oldest == null ? today : oldest.getOpenedOn())
                .setLastAlertOn(today)
                .setGrownOn(grownOn)
                .setCount7(count(snapshot, 0, around))
                .setCount28(count(snapshot, 1, around))
                .setCount56(count(snapshot, 2, around))
                .setEmergenceP(snapshot.emergenceP(strongest))
                .setEmergenceQ(snapshot.emergenceQ(strongest))
                .setExplanation(explanation(snapshot, group, around, strongest))
                .setCaution(HotspotSentences.caution(surface, strongest).orElse(null))
                .build();
    }

    private static String explanation(Snapshot snapshot, Group group, BitSet around, int strongest) {
        int window = HotspotSentences.decidingWindow(snapshot, strongest);
        return "%s in %d days in and around %s; in and around the strongest one %d where %s were expected from its own past; a rise this large by chance: %s."
                .formatted(
                        Phrases.reports(count(snapshot, window, around)),
                        Snapshot.WINDOWS.get(window),
                        group.cells.cardinality() == 1 ? "1 cell" : group.cells.cardinality() + " cells",
                        snapshot.diskCount(window, strongest),
                        Phrases.amount(snapshot.expected(window, strongest)),
                        Phrases.chance(snapshot.emergenceP(strongest)));
    }

    private static long count(Snapshot snapshot, int window, BitSet cells) {
        return cells.stream().map(cell -> snapshot.cellCount(window, cell)).sum();
    }

    private static Alert closed(Alert alert, LocalDate today, String mergedInto) {
        return Alert.newBuilder(alert)
                .setState(AlertState.CLOSED)
                .setClosedOn(today)
                .setMergedInto(mergedInto)
                .build();
    }
}
