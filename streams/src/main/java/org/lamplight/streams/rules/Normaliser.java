package org.lamplight.streams.rules;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.Removal;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.ReportKind;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;

/**
 * Turns a report of any kind into an {@link Incident}. Whatever can be wrong with a report is found here, by a
 * {@link BrokenReportException}, so that no later stage has to expect it.
 */
public final class Normaliser {
    private final AreaBook book;

    /** Places reports in the areas of this book. */
    public Normaliser(AreaBook book) {
        this.book = book;
    }

    /** A safety concern. */
    public Version normalise(SafetyConcern concern) {
        Report report = concern.getReport();
        if (isWithdrawn(report)) {
            return version(report, null);
        }
        return version(
                report,
                located(report, ReportKind.SAFETY_CONCERN)
                        .setCategories(Categories.of(concern))
                        .setReasons(Reasons.of(concern)));
    }

    /** A hate referral. */
    public Version normalise(HateReferral referral) {
        Report report = referral.getReport();
        if (isWithdrawn(report)) {
            return version(report, null);
        }
        Incident.Builder incident = Consent.keepsPlace(referral)
                ? located(report, ReportKind.HATE_REFERRAL)
                : timed(report, ReportKind.HATE_REFERRAL).setCell(null).setAreas(List.of(book.force()));
        return version(
                report,
                incident.setCategories(Categories.of(referral))
                        .setReasons(Reasons.of(referral))
                        .setRecordedAs(referral.getRecordedAs().name())
                        .setPoliceConsent(referral.getPoliceConsent())
                        .setCouncilConsent(referral.getCouncilConsent()));
    }

    /** A retail submission. */
    public Version normalise(RetailSubmission submission) {
        Report report = submission.getReport();
        if (isWithdrawn(report)) {
            return version(report, null);
        }
        return version(
                report,
                located(report, ReportKind.RETAIL_SUBMISSION)
                        .setCategories(Categories.of(submission))
                        .setReasons(Reasons.of(submission))
                        .setPremises(submission.getPremises())
                        .setValueStolenPence(submission.getValueStolenPence())
                        .setValueRecoveredPence(submission.getValueRecoveredPence())
                        .setEvidenceReady(Evidence.isReady(submission))
                        .setRepeatOffender(submission.getRepeatOffender())
                        .setStage(submission.getStage().name())
                        .setOutcomeType(outcomeType(submission))
                        .setOutcomeOn(submission.getOutcomeOn()));
    }

    /**
     * The removal of a report.
     *
     * @param key the report's key on its intake topic, {@code source/reportId}
     * @param at when it was asked for
     */
    public Version removal(String key, Instant at, Removal why) {
        int slash = key.indexOf('/');
        if (slash < 0) {
            throw new BrokenReportException("a tombstone's key is not source/reportId");
        }
        return new Version(
                key.substring(slash + 1),
                key.substring(0, slash),
                OptionalLong.empty(),
                at,
                Optional.empty(),
                Optional.of(why));
    }

    /** An incident in the areas that this book gives its cell; as it is where that lies outside the force. */
    public Incident placed(Incident incident) {
        List<String> areas =
                incident.getCell() == null ? List.of(book.force()) : areasOf(Cells.parse(incident.getCell()));
        return areas.contains(book.force())
                ? Incident.newBuilder(incident).setAreas(areas).build()
                : incident;
    }

    private List<String> areasOf(long cell) {
        return book.areasOf(cell).stream().map(Area::code).toList();
    }

    private static boolean isWithdrawn(Report report) {
        return report.getAction() == ReportAction.WITHDRAW;
    }

    private static Version version(Report report, Incident.Builder incident) {
        return new Version(
                report.getReportId(),
                report.getSource(),
                report.getRevision() == null ? OptionalLong.empty() : OptionalLong.of(report.getRevision()),
                report.getReceivedAt(),
                Optional.ofNullable(incident).map(Incident.Builder::build),
                Optional.empty());
    }

    private Incident.Builder located(Report report, ReportKind kind) {
        Incident.Builder incident = timed(report, kind);
        List<String> areas = areasOf(cell(report));
        if (!areas.contains(book.force())) {
            throw new BrokenReportException("cell lies outside the force; connectors and streams use different books");
        }
        return incident.setCell(report.getCell()).setAreas(areas);
    }

    private Incident.Builder timed(Report report, ReportKind kind) {
        Plausible.check(report);
        Instant from = report.getOccurredFrom();
        Instant to = report.getOccurredTo();
        Incident.Builder incident = Incident.newBuilder()
                .setId(report.getReportId())
                .setSource(report.getSource())
                .setKind(kind)
                .setForce(book.force())
                .setOccurredFrom(from)
                .setOccurredTo(to)
                .setFirstDay(Calendar.day(from))
                .setLastDay(Calendar.lastDay(from, to))
                .setReceivedAt(report.getReceivedAt())
                .setReportedAt(report.getReportedAt())
                .setOtherCodes(report.getUnknownCodes().size());
        Calendar.hourOfWeek(from, to).ifPresent(incident::setHourOfWeek);
        return incident;
    }

    private static long cell(Report report) {
        try {
            return Cells.parse(report.getCell());
        } catch (IllegalArgumentException e) {
            throw new BrokenReportException("cell is no H3 cell", e);
        }
    }

    private static String outcomeType(RetailSubmission submission) {
        String type = submission.getOutcomeType();
        return type == null || type.isBlank() ? null : type.strip().toUpperCase(Locale.ROOT);
    }
}
