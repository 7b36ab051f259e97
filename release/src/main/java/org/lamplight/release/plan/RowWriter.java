package org.lamplight.release.plan;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaKind;
import org.lamplight.schemas.ReleasedTrend;

/** Writes rows from released counts and nothing else. */
final class RowWriter {
    private static final double PER = 1000;
    /** Completeness is told in steps of a twentieth. */
    private static final int STEPS = 20;

    private final Request request;
    private final Completeness completeness;
    private final Series series;

    RowWriter(Request request, Completeness completeness, Series series) {
        this.request = request;
        this.completeness = completeness;
        this.series = series;
    }

    ReleasedTrend row(Family family, Area area, CellKey cell, int revision, Level level) {
        Long count = boxed(series.count(cell));
        Long before = count == null ? null : boxed(series.countBefore(cell));
        Protection protection = family.protection();
        return ReleasedTrend.newBuilder()
                .setRelease(request.release())
                .setRevision(revision)
                .setIsFinal(revision == DuePeriods.FINAL)
                .setArea(area.code())
                .setAreaName(area.name())
                .setAreaKind(org.lamplight.schemas.AreaKind.valueOf(area.kind().name()))
                .setCouncil(council(area))
                .setCategory(cell.category())
                .setPeriod(cell.period().kind())
                .setFirstDay(cell.period().firstDay())
                .setLastDay(cell.period().lastDay())
                .setCount(count)
                .setWithheld(count == null)
                .setResidents(boxed(area.residents()))
                .setRatePer1000(rate(count, area.residents()))
                .setPreviousCount(before)
                .setRatio(before == null ? null : (double) count / before)
                .setDirection(series.direction(cell))
                .setMethod(protection.method())
                .setThreshold(protection.threshold())
                .setBase(protection.base())
                .setCompleteness(completeness(cell))
                .setNote(note(family, area, cell, level, count == null))
                .build();
    }

    private Double completeness(CellKey cell) {
        OptionalDouble share = completeness.of(cell.category(), cell.period());
        return share.isPresent() ? Math.round(share.getAsDouble() * STEPS) / (double) STEPS : null;
    }

    private static Double rate(Long count, OptionalLong residents) {
        return count == null || residents.isEmpty() || residents.getAsLong() == 0
                ? null
                : PER * count / residents.getAsLong();
    }

    private static String note(Family family, Area area, CellKey cell, Level level, boolean withheld) {
        if (withheld) {
            return "Withheld: too few reports, or those of another area could be worked out" + longer(family, cell);
        }
        return level == Level.COUNCIL && area.kind() == AreaKind.COUNCIL
                ? "Wards are not released: too few of them had enough reports" + longer(family, cell)
                : null;
    }

    private static String longer(Family family, CellKey cell) {
        int next = family.chain().indexOf(cell.period().kind()) + 1;
        return next < family.chain().size()
                ? "; see the " + Periods.name(family.chain().get(next)) + "."
                : ".";
    }

    private static String council(Area area) {
        return switch (area.kind()) {
            case COUNCIL -> area.code();
            case WARD -> area.parent().orElse(null);
            case FORCE, ZONE -> null;
        };
    }

    private static Long boxed(OptionalLong value) {
        return value.isPresent() ? value.getAsLong() : null;
    }
}
