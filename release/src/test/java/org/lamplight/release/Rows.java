package org.lamplight.release;

import java.time.LocalDate;
import org.lamplight.schemas.AreaKind;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;

/** Made-up rows of releases. */
final class Rows {
    private Rows() {}

    /** A row of a council with a value in every field. */
    static ReleasedTrend full(String release, String council) {
        return ReleasedTrend.newBuilder(withheld(release, "E05000001", council))
                .setWithheld(false)
                .setCount(25L)
                .setResidents(359_525L)
                .setRatePer1000(0.07)
                .setPreviousCount(20L)
                .setRatio(1.25)
                .setDirection(Direction.NO_CLEAR_CHANGE)
                .setCompleteness(0.95)
                .setNote("Wards are not released: 7 of 35 had enough reports.")
                .setArea(council)
                .setAreaKind(AreaKind.COUNCIL)
                .build();
    }

    /** A row of a ward with nothing but what it must have. */
    static ReleasedTrend withheld(String release, String ward, String council) {
        return ReleasedTrend.newBuilder()
                .setRelease(release)
                .setRevision(1)
                .setIsFinal(false)
                .setArea(ward)
                .setAreaName("Made up")
                .setAreaKind(AreaKind.WARD)
                .setCouncil(council)
                .setCategory("retail")
                .setPeriod(PeriodKind.MONTH)
                .setFirstDay(LocalDate.of(2026, 9, 1))
                .setLastDay(LocalDate.of(2026, 9, 30))
                .setWithheld(true)
                .setMethod(ProtectionMethod.ROUNDED)
                .setThreshold(5)
                .setBase(5)
                .build();
    }
}
