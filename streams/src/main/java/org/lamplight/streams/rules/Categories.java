package org.lamplight.streams.rules;

import java.util.List;
import java.util.stream.Stream;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.RetailIncidentType;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;

/** A report counts in its source's series and in {@code source.facet} for each facet it has. */
public final class Categories {
    private static final String RETAIL = "retail";

    private Categories() {}

    /** Whether a category is of the source {@code retail}; counts do not keep the kind of report, so its name tells. */
    public static boolean isRetail(String category) {
        return category.equals(RETAIL) || category.startsWith(RETAIL + ".");
    }

    /** Facets {@link Facets#PLACE} and {@link Facets#BEHAVIOUR}, by the answers ticked. */
    public static List<String> of(SafetyConcern concern) {
        return series(
                concern.getReport().getSource(),
                Stream.concat(
                        concern.getPlaceReasons().isEmpty() ? Stream.empty() : Stream.of(Facets.PLACE),
                        concern.getBehaviours().isEmpty() ? Stream.empty() : Stream.of(Facets.BEHAVIOUR)));
    }

    /** A facet for each strand. */
    public static List<String> of(HateReferral referral) {
        return series(
                referral.getReport().getSource(),
                referral.getStrands().stream().map(Facets::of).distinct());
    }

    /** A facet for the incident type, and {@link Facets#WITH_VIOLENCE} where {@link #withViolence} says so. */
    public static List<String> of(RetailSubmission submission) {
        return series(
                submission.getReport().getSource(),
                Stream.concat(
                        Stream.of(Facets.of(submission.getIncidentType())),
                        withViolence(submission) ? Stream.of(Facets.WITH_VIOLENCE) : Stream.empty()));
    }

    /**
     * Whether force was used, someone was threatened or hurt, or a weapon was seen or used; violence and robbery always
     * count, abusive words alone never do.
     */
    static boolean withViolence(RetailSubmission submission) {
        return submission.getViolence()
                || submission.getThreat()
                || submission.getWeapon()
                || submission.getInjury()
                || submission.getIncidentType() == RetailIncidentType.VIOLENCE
                || submission.getIncidentType() == RetailIncidentType.ROBBERY;
    }

    private static List<String> series(String source, Stream<String> facets) {
        return Stream.concat(Stream.of(source), facets.map(facet -> source + "." + facet))
                .toList();
    }
}
