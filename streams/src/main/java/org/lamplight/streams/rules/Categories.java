package org.lamplight.streams.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.RetailIncidentType;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.SafetyConcern;

/** A report counts in its source's series and in {@code source.facet} for each facet it has. */
public final class Categories {
    /** Facet of safety concerns with an answer about the place. */
    public static final String PLACE = "place";
    /** Facet of safety concerns with an answer about behaviour. */
    public static final String BEHAVIOUR = "behaviour";
    /**
     * Facet of retail submissions in which someone was attacked or threatened, whatever their incident type; named so
     * that it cannot be taken for the incident type {@code violence}.
     */
    public static final String WITH_VIOLENCE = "with-violence";

    private static final String RETAIL = "retail";

    private Categories() {}

    /** Whether a category is of the source {@code retail}; counts do not keep the kind of report, so its name tells. */
    public static boolean isRetail(String category) {
        return category.equals(RETAIL) || category.startsWith(RETAIL + ".");
    }

    /** Facets {@code place} and {@code behaviour}, by the answers ticked. */
    public static List<String> of(SafetyConcern concern) {
        return series(
                concern.getReport().getSource(),
                Stream.concat(
                        concern.getPlaceReasons().isEmpty() ? Stream.empty() : Stream.of(PLACE),
                        concern.getBehaviours().isEmpty() ? Stream.empty() : Stream.of(BEHAVIOUR)));
    }

    /** A facet for each strand. */
    public static List<String> of(HateReferral referral) {
        return series(
                referral.getReport().getSource(),
                referral.getStrands().stream().map(Categories::facet).distinct());
    }

    /** A facet for the incident type, and {@link #WITH_VIOLENCE} where {@link #withViolence} says so. */
    public static List<String> of(RetailSubmission submission) {
        return series(
                submission.getReport().getSource(),
                Stream.concat(
                        Stream.of(facet(submission.getIncidentType())),
                        withViolence(submission) ? Stream.of(WITH_VIOLENCE) : Stream.empty()));
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

    private static String facet(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
