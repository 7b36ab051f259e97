package org.lamplight.release.attack;

import java.util.List;
import java.util.stream.Stream;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ReportKind;

/**
 * What anybody may know of a source.
 *
 * @param shortest the shorter of its periods
 * @param longest the longer one, which may be the same
 * @param placed whether every report counts in a ward
 * @param momentary whether no report lies across two of the shorter periods
 */
record Source(
        String name, ReportKind kind, PeriodKind shortest, PeriodKind longest, boolean placed, boolean momentary) {
    /** The source itself and its facets. */
    List<String> categories() {
        return Stream.concat(Stream.of(name), facets().stream()).toList();
    }

    List<String> facets() {
        return Facets.of(kind).stream().map(this::facet).toList();
    }

    /** Facets of which each report has exactly one; none for most sources. */
    List<String> types() {
        return kind == ReportKind.RETAIL_SUBMISSION
                ? facets().stream()
                        .filter(facet -> !facet.equals(facet(Facets.WITH_VIOLENCE)))
                        .toList()
                : List.of();
    }

    String facet(String facet) {
        return name + "." + facet;
    }
}
