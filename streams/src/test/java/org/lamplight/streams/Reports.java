package org.lamplight.streams;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
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
import org.lamplight.streams.rules.Calendar;

/** Invented reports about real places. */
final class Reports {
    /** Northampton town centre, in West Northamptonshire. */
    static final long NORTHAMPTON = Cells.at(52.2370, -0.8950);
    /** Hemmingwell in Wellingborough, in North Northamptonshire. */
    static final long HEMMINGWELL = Cells.at(52.316284, -0.690819);

    private Reports() {}

    /** A moment by the clocks in the county, e.g. {@code 2026-03-02T21:30}. */
    static Instant local(String dateTime) {
        return ZonedDateTime.of(LocalDateTime.parse(dateTime), Calendar.LONDON).toInstant();
    }

    /** A report of something that happened at a moment and was received an hour later. */
    static Report.Builder report(String source, String id, String occurred, long cell) {
        Instant at = local(occurred);
        return Report.newBuilder()
                .setSource(source)
                .setReportId(id)
                .setReceivedAt(at.plusSeconds(3600))
                .setOccurredFrom(at)
                .setOccurredTo(at)
                .setCell(Cells.name(cell));
    }

    /** A withdrawal with nothing but what it must have. */
    static Report withdrawal(String source, String id, Long revision, String received) {
        return Report.newBuilder()
                .setSource(source)
                .setReportId(id)
                .setRevision(revision)
                .setAction(ReportAction.WITHDRAW)
                .setReceivedAt(local(received))
                .build();
    }

    static SafetyConcern concern(Report report) {
        return SafetyConcern.newBuilder()
                .setReport(report)
                .setPlaceReasons(List.of(PlaceReason.BADLY_LIT))
                .setBehaviours(List.of())
                .build();
    }

    static SafetyConcern concern(Report report, List<PlaceReason> place, List<Behaviour> behaviours) {
        return SafetyConcern.newBuilder()
                .setReport(report)
                .setPlaceReasons(place)
                .setBehaviours(behaviours)
                .build();
    }

    static HateReferral referral(Report report, boolean policeConsent, Strand... strands) {
        return HateReferral.newBuilder()
                .setReport(report)
                .setStrands(Arrays.asList(strands))
                .setPoliceConsent(policeConsent)
                .build();
    }

    static RetailSubmission.Builder submission(Report report) {
        return RetailSubmission.newBuilder().setReport(report).setIncidentType(RetailIncidentType.SHOPLIFTING);
    }
}
