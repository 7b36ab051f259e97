package org.lamplight.release.plan;

import java.util.ArrayList;
import java.util.List;
import org.lamplight.schemas.Facets;
import org.lamplight.schemas.ReportKind;
import org.lamplight.schemas.RetailIncidentType;

/** How the categories of a source relate to each other, which every reader may know. */
final class Relations {
    /**
     * In every area and period, as many reports as
     *
     * @param greater count in these categories together
     * @param less or more, count in these
     */
    record Relation(List<String> greater, List<String> less) {}

    private Relations() {}

    /** The facets of which every report has exactly one, so that they add up to the source; none for most sources. */
    static List<String> parts(Family family) {
        return family.kind() == ReportKind.RETAIL_SUBMISSION
                ? facets(family).stream()
                        .filter(category -> !category.equals(facet(family, Facets.WITH_VIOLENCE)))
                        .toList()
                : List.of();
    }

    /** Relations that may hold: no facet has more reports than the source, and all together have as many at least. */
    static List<Relation> of(Family family) {
        List<String> source = List.of(family.source());
        List<Relation> relations = new ArrayList<>();
        facets(family).stream()
                .filter(facet -> !parts(family).contains(facet))
                .map(facet -> new Relation(source, List.of(facet)))
                .forEach(relations::add);
        if (family.kind() == ReportKind.RETAIL_SUBMISSION) {
            relations.add(violent(family));
        } else if (!facets(family).isEmpty()) {
            relations.add(new Relation(facets(family), source));
        }
        return relations;
    }

    private static Relation violent(Family family) {
        return new Relation(
                List.of(facet(family, Facets.WITH_VIOLENCE)),
                List.of(
                        facet(family, Facets.of(RetailIncidentType.VIOLENCE)),
                        facet(family, Facets.of(RetailIncidentType.ROBBERY))));
    }

    private static List<String> facets(Family family) {
        return family.categories().stream()
                .filter(category -> !category.equals(family.source()))
                .toList();
    }

    private static String facet(Family family, String facet) {
        return family.source() + "." + facet;
    }
}
