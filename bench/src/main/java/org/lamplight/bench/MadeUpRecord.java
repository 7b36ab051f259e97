package org.lamplight.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.Behaviour;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.PlaceReason;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.RetailIncidentType;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Strand;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/**
 * A made-up report as it stands on its intake topic. Three sources take turns, and their reports count in ten categories.
 *
 * @param topic its topic
 * @param key its key there
 * @param value the report
 */
public record MadeUpRecord(Topic<?> topic, String key, SpecificRecord value) {
    private static final Duration TO_RECEIPT = Duration.ofHours(1);
    private static final int NOON = 12;
    private static final int SOURCES = 3;

    /** The first version of a report. */
    public static MadeUpRecord of(int number, int day, long cell) {
        return of(number, day, cell, 1, ReportAction.SUBMIT);
    }

    /**
     * A version of a report.
     *
     * @param number which report
     * @param day the day on which it happened, an epoch day
     * @param cell where, a cell of resolution 10
     */
    public static MadeUpRecord of(int number, int day, long cell, int revision, ReportAction action) {
        return switch (number % SOURCES) {
            case 0 -> of(Topics.SAFETY_CONCERN, concern(report("streetsafe", number, day, cell, revision, action)));
            case 1 ->
                of(Topics.HATE_REFERRAL, referral(report("stophate", number, day, cell, revision, action), number));
            default ->
                of(Topics.RETAIL_SUBMISSION, submission(report("retail", number, day, cell, revision, action), number));
        };
    }

    private static MadeUpRecord of(Topic<?> topic, SpecificRecord value) {
        Report report = (Report) value.get(value.getSchema().getField("report").pos());
        return new MadeUpRecord(topic, report.getSource() + "/" + report.getReportId(), value);
    }

    private static Report report(String source, int number, int day, long cell, int revision, ReportAction action) {
        Instant occurred = LocalDate.ofEpochDay(day).atTime(NOON, 0).toInstant(ZoneOffset.UTC);
        return Report.newBuilder()
                .setSource(source)
                .setReportId("%032x".formatted(number))
                .setRevision((long) revision)
                .setAction(action)
                .setReceivedAt(occurred.plus(TO_RECEIPT))
                .setOccurredFrom(occurred)
                .setOccurredTo(occurred)
                .setCell(Cells.name(cell))
                .build();
    }

    private static SafetyConcern concern(Report report) {
        return SafetyConcern.newBuilder()
                .setReport(report)
                .setPlaceReasons(List.of(PlaceReason.BADLY_LIT))
                .setBehaviours(List.of(Behaviour.FOLLOWED))
                .build();
    }

    private static HateReferral referral(Report report, int number) {
        return HateReferral.newBuilder()
                .setReport(report)
                .setStrands(List.of(number % 2 == 0 ? Strand.RACE : Strand.DISABILITY))
                .setPoliceConsent(true)
                .build();
    }

    private static RetailSubmission submission(Report report, int number) {
        return RetailSubmission.newBuilder()
                .setReport(report)
                .setIncidentType(number % 2 == 0 ? RetailIncidentType.SHOPLIFTING : RetailIncidentType.VIOLENCE)
                .build();
    }
}
