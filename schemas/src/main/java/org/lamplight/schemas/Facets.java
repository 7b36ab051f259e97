package org.lamplight.schemas;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The facets of a source, which follow from the kind of its reports; {@code source.facet} is a category. */
public final class Facets {
    /** Facet of safety concerns with an answer about the place. */
    public static final String PLACE = "place";
    /** Facet of safety concerns with an answer about behaviour. */
    public static final String BEHAVIOUR = "behaviour";
    /**
     * Facet of retail submissions in which someone was attacked or threatened, whatever their incident type; named so
     * that it cannot be taken for the incident type {@code violence}.
     */
    public static final String WITH_VIOLENCE = "with-violence";

    private Facets() {}

    /** Every facet that a report of this kind may have, by name. */
    public static List<String> of(ReportKind kind) {
        return switch (kind) {
            case SAFETY_CONCERN -> List.of(BEHAVIOUR, PLACE);
            case HATE_REFERRAL -> named(Strand.values(), Stream.empty());
            case RETAIL_SUBMISSION -> named(RetailIncidentType.values(), Stream.of(WITH_VIOLENCE));
            case UNKNOWN -> List.of();
        };
    }

    /** The facet of a code. */
    public static String of(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> named(Enum<?>[] codes, Stream<String> others) {
        return Stream.concat(Arrays.stream(codes).map(Facets::of), others)
                .sorted()
                .toList();
    }
}
