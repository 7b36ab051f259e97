package org.lamplight.schemas;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Made-up records for tests. */
public final class Samples {
    private static final Instant RECEIVED = Instant.parse("2026-01-05T22:13:00Z");

    private Samples() {}

    /** A record that uses nested records, arrays, enums, nulls and times. */
    public static SafetyConcern concern() {
        return SafetyConcern.newBuilder()
                .setReport(Report.newBuilder()
                        .setSource("streetsafe")
                        .setReportId("0123456789abcdef0123456789abcdef")
                        .setReceivedAt(RECEIVED)
                        .setOccurredFrom(RECEIVED.minusSeconds(3_600))
                        .setOccurredTo(RECEIVED)
                        .setCell("8a1958a6b0effff")
                        .setUnknownCodes(List.of(new UnknownCode("behaviours", "Made-up answer")))
                        .build())
                .setPlaceReasons(List.of(PlaceReason.BADLY_LIT, PlaceReason.NO_CCTV))
                .build();
    }

    /** A record that uses dates, longs, integers and booleans. */
    public static Incident incident() {
        return Incident.newBuilder()
                .setId("0123456789abcdef0123456789abcdef")
                .setSource("retail")
                .setKind(ReportKind.RETAIL_SUBMISSION)
                .setCategories(List.of("retail", "retail.shoplifting"))
                .setForce("E23000022")
                .setCell("8a1958a6b0effff")
                .setAreas(List.of("E05012345", "E06000062", "E23000022"))
                .setOccurredFrom(RECEIVED)
                .setOccurredTo(RECEIVED)
                .setFirstDay(LocalDate.of(2026, 1, 5))
                .setLastDay(LocalDate.of(2026, 1, 5))
                .setHourOfWeek(22)
                .setReceivedAt(RECEIVED)
                .setValueStolenPence(1_250L)
                .setEvidenceReady(true)
                .setOutcomeOn(LocalDate.of(2026, 2, 1))
                .build();
    }
}
