package org.lamplight.release.attack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javax.crypto.spec.SecretKeySpec;
import org.lamplight.release.plan.CellKey;
import org.lamplight.release.plan.Counts;
import org.lamplight.release.plan.Draft;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Planner;
import org.lamplight.release.plan.Request;
import org.lamplight.schemas.ReleasedTrend;

/** Releases of day after day, as the job makes them. */
final class Replay {
    static final double FILL = 0.5;
    private static final int SETTLE_DAYS = 14;

    final List<ReleasedTrend> rows = new ArrayList<>();
    private final Ladder ladder;
    private final Function<LocalDate, Counts> asOf;
    private final Map<LocalDate, Counts> counts = new HashMap<>();
    private long heldBack;

    /**
     * @param asOf what stood at the end of a day
     */
    Replay(Ladder ladder, Function<LocalDate, Counts> asOf) {
        this.ladder = ladder;
        this.asOf = asOf;
    }

    /** Releases families, each by itself, on each day of so many. */
    Replay run(List<Family> families, LocalDate firstDay, int days) {
        firstDay.datesUntil(firstDay.plusDays(days)).forEach(day -> families.forEach(family -> release(family, day)));
        return this;
    }

    /** The exact counts of a day. */
    ToLongFunction<Cell> truth(LocalDate day) {
        Counts then = counts.computeIfAbsent(day, asOf);
        return cell -> then.of(new CellKey(cell.area(), cell.category(), cell.period()))
                .reports();
    }

    /** All rows, those of a day as if every value of it had been withheld. */
    List<ReleasedTrend> withoutValuesOf(LocalDate day) {
        return rows.stream()
                .map(row -> Attack.dayOf(row).equals(day)
                        ? ReleasedTrend.newBuilder(row)
                                .setCount(null)
                                .setWithheld(true)
                                .build()
                        : row)
                .toList();
    }

    /** Blocks that were withheld as a whole. */
    long heldBack() {
        return heldBack;
    }

    private void release(Family family, LocalDate day) {
        Request request =
                new Request(day.toString(), day, SETTLE_DAYS, FILL, new SecretKeySpec(new byte[32], "HmacSHA256"));
        Draft draft = Planner.plan(
                request,
                ladder,
                List.of(family),
                cell -> counts.computeIfAbsent(day, asOf).of(cell),
                rows,
                (category, period) -> OptionalDouble.empty());
        heldBack += draft.heldBack().size();
        rows.addAll(draft.rows());
    }
}
