package org.lamplight.local.kill;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.local.demo.LoadPlan;
import org.lamplight.local.demo.Standing;

/**
 * What must be there in the end, from the plans alone.
 *
 * @param plans what was written
 * @param pseudonymKey the key that Lamplight made
 */
public record Expected(List<LoadPlan> plans, String pseudonymKey) {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final int WINDOW = 56;

    public long rows() {
        return plans.stream().mapToLong(LoadPlan::rows).sum();
    }

    public long bad() {
        return plans.stream().mapToLong(LoadPlan::bad).sum();
    }

    public Map<String, Report> reports() {
        return standing().collect(Collectors.toMap(one -> one.id(pseudonymKey), Report::of));
    }

    /** Reports in the force, by source and month. */
    public Map<String, Long> months() {
        return standing()
                .collect(Collectors.groupingBy(
                        one -> ReportTables.month(one.source(), day(one)), Collectors.counting()));
    }

    /** Reports with a place in the 56 days to a date, by source. */
    public Map<String, Long> surfaces(LocalDate asOf) {
        return standing()
                .filter(one -> one.cell() != null && day(one).isAfter(asOf.minusDays(WINDOW)))
                .collect(Collectors.groupingBy(one -> one.source() + " " + asOf, Collectors.counting()));
    }

    private Stream<Standing> standing() {
        return plans.stream().flatMap(LoadPlan::standing);
    }

    private static LocalDate day(Standing one) {
        return one.occurredFrom().atZone(LONDON).toLocalDate();
    }
}
