package org.lamplight.reporting.catalogue;

import static org.lamplight.reporting.catalogue.Geometry.AREA;
import static org.lamplight.reporting.catalogue.Geometry.CELL;
import static org.lamplight.reporting.catalogue.Geometry.NONE;
import static org.lamplight.reporting.catalogue.Geometry.POINT;

import java.util.List;
import java.util.Optional;
import org.lamplight.reporting.catalogue.Collection.Span;

/** What is served: the one list of it. */
public final class Collections {
    private static final String ANALYST = "analyst";
    private static final String OPFCC = "opfcc";
    private static final String PARTNER = "partner";
    private static final Optional<Span> PERIOD = Optional.of(new Span("first_day", "last_day"));

    /** All collections, in the order in which they are shown. */
    public static final List<Collection> ALL = List.of(
            new Collection(
                    "hotspots",
                    "Hotspots",
                    ANALYST,
                    "hotspot",
                    CELL,
                    List.of("category", "cell"),
                    List.of("category", "rank_all"),
                    List.of("category", "status", "emerging_class", "council_code", "council_name", "ward_name"),
                    on("as_of")),
            new Collection(
                    "hotspot-wards",
                    "Hotspots by ward",
                    ANALYST,
                    "hotspot_ward",
                    NONE,
                    List.of("category", "ward_code"),
                    List.of("category", "ward_rank"),
                    List.of("category", "council_code", "council_name"),
                    on("as_of")),
            new Collection(
                    "alerts",
                    "Alerts",
                    ANALYST,
                    "alert",
                    POINT,
                    List.of("category", "alert"),
                    List.of("-opened_on"),
                    List.of("category", "state", "council_code", "council_name"),
                    Optional.of(new Span("opened_on", "last_alert_on"))),
            new Collection(
                    "incidents",
                    "Reports",
                    ANALYST,
                    "incident",
                    NONE,
                    List.of("id"),
                    List.of("-received_at"),
                    List.of("source", "kind", "council_code", "council_name"),
                    PERIOD),
            new Collection(
                    "cell-history",
                    "Reports of a place, week by week",
                    ANALYST,
                    "cell_history",
                    NONE,
                    List.of("category", "cell", "week"),
                    List.of("category", "cell", "week"),
                    List.of(),
                    on("week")),
            new Collection(
                    "cell-reasons",
                    "Reasons of a place, by hour of the week",
                    ANALYST,
                    "cell_reason",
                    NONE,
                    List.of(),
                    List.of("category", "cell", "-reports", "reason", "hour_of_week"),
                    List.of(),
                    Optional.empty()),
            new Collection(
                    "reasons-by-hour",
                    "Reasons by ward, month and hour of the week",
                    ANALYST,
                    "reason_by_hour",
                    NONE,
                    List.of("source", "ward_code", "month", "reason", "hour_of_week"),
                    List.of("source", "-month"),
                    List.of("source", "reason", "council_code", "council_name"),
                    on("month")),
            new Collection(
                    "source-overlap",
                    "Where the sources agree",
                    ANALYST,
                    "source_overlap",
                    CELL,
                    List.of("cell"),
                    List.of("-sources_56"),
                    List.of(),
                    on("as_of")),
            new Collection(
                    "feeds",
                    "Health of the feeds",
                    ANALYST,
                    "feed_health",
                    NONE,
                    List.of("source"),
                    List.of("source"),
                    List.of("source"),
                    on("last_received_on")),
            new Collection(
                    "rejected-rows",
                    "Rejected rows",
                    ANALYST,
                    "rejected_row",
                    NONE,
                    List.of(),
                    List.of("-rejected_at", "source", "file", "line", "field", "rule"),
                    List.of("source", "rule"),
                    on("rejected_on")),
            new Collection(
                    "trends",
                    "Trends",
                    OPFCC,
                    "trend",
                    NONE,
                    List.of("category", "area_code", "period", "first_day"),
                    List.of("category", "area_code", "period", "-first_day"),
                    List.of("category", "period", "area_kind", "status", "direction"),
                    PERIOD),
            new Collection(
                    "council-trends",
                    "Trends by council",
                    OPFCC,
                    "council_trend",
                    NONE,
                    List.of("category", "council_code", "period", "first_day"),
                    List.of("category", "council_code", "period", "-first_day"),
                    List.of("category", "period", "council_code", "council_name"),
                    PERIOD),
            new Collection(
                    "outcome-rates",
                    "Outcome rates",
                    OPFCC,
                    "outcome_rate",
                    NONE,
                    List.of("category", "area_code", "outcome_set", "basis", "period", "first_day"),
                    List.of("category", "area_code", "outcome_set", "basis", "period", "-first_day"),
                    List.of("category", "outcome_set", "basis", "period", "area_code", "area_name", "area_kind"),
                    PERIOD),
            new Collection(
                    "retail-activity",
                    "Retail submissions and who makes them",
                    OPFCC,
                    "retail_activity",
                    NONE,
                    List.of("source", "area_code", "month"),
                    List.of("source", "area_code", "-month"),
                    List.of("source", "area_code", "area_name", "area_kind"),
                    on("month")),
            new Collection(
                    "evaluations",
                    "Evaluations",
                    OPFCC,
                    "evaluation",
                    NONE,
                    List.of("evaluation"),
                    List.of("evaluation"),
                    List.of("evaluation"),
                    Optional.of(new Span("before_from", "after_to"))),
            new Collection(
                    "release-reasons",
                    "What was withheld, and why",
                    OPFCC,
                    "release_reason",
                    NONE,
                    List.of("release", "reason"),
                    List.of("-as_of", "-counts"),
                    List.of("release", "reason"),
                    on("as_of")),
            new Collection(
                    "releases",
                    "Releases",
                    PARTNER,
                    "release",
                    NONE,
                    List.of("release"),
                    List.of("-published_at"),
                    List.of(),
                    on("as_of")),
            new Collection(
                    "released-trends",
                    "Released trends",
                    PARTNER,
                    "trend",
                    NONE,
                    List.of("recipient", "area_code", "category", "period", "first_day", "revision"),
                    List.of("recipient", "category", "area_code", "period", "-first_day", "-revision"),
                    List.of("release", "recipient", "category", "period", "area_kind", "direction"),
                    PERIOD),
            new Collection(
                    "areas",
                    "Areas",
                    PARTNER,
                    "area",
                    AREA,
                    List.of("area_code"),
                    List.of("area_kind", "-vintage", "area_code"),
                    List.of("area_kind", "vintage"),
                    Optional.empty()));

    private Collections() {}

    private static Optional<Span> on(String column) {
        return Optional.of(new Span(column, column));
    }
}
