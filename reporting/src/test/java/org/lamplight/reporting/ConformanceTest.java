package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;
import org.lamplight.reporting.catalogue.Geometry;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** The abstract tests of OGC API Features, Part 1 (OGC 17-069r4, annex A: core and GeoJSON), on every collection. */
class ConformanceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final GeometryFactory GEOMETRIES = new GeometryFactory();
    private static final String GEOJSON = "application/geo+json";

    private static ReportingFixture service;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldLeadFromTheLandingPageToEverything() {
        Map<String, JsonNode> links = links(get("/api"));

        assertThat(links).containsKeys("self", "service-desc", "conformance", "data");
        for (JsonNode link : links.values()) {
            HttpResponse<String> answer = open(link.get("href").asText());
            assertThat(answer.statusCode()).as(link.toString()).isEqualTo(200);
            assertThat(type(answer)).isEqualTo(link.get("type").asText());
        }
        assertThat(open(links.get("conformance").get("href").asText()).body())
                .contains("ogcapi-features-1/1.0/conf/core", "ogcapi-features-1/1.0/conf/geojson")
                .doesNotContain("conf/html", "conf/oas30");
    }

    @Test
    void shouldListTheCollectionsAsEachDescribesItself() {
        List<String> ids = new ArrayList<>();
        for (JsonNode collection : get("/api/collections").get("collections")) {
            ids.add(collection.get("id").asText());
            assertThat(get("/api/collections/" + collection.get("id").asText())).isEqualTo(collection);
        }

        assertThat(ids)
                .containsExactlyElementsOf(
                        Collections.ALL.stream().map(Collection::id).toList());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldLinkEachCollectionToItsItemsAndItemsBack(String id) {
        JsonNode collection = get("/api/collections/" + id);
        JsonNode items = get(address(id) + "?limit=1");

        assertThat(types(collection, "items")).containsExactly(GEOJSON, "application/json", "text/csv", "text/html");
        assertThat(links(items).get("self").get("type").asText()).isEqualTo(GEOJSON);
        assertThat(get(path(links(items).get("self"))).get("features")).isEqualTo(items.get("features"));
        assertThat(types(items, "alternate")).containsExactly("application/json", "text/csv", "text/html");
        assertThat(get(path(links(items).get("collection"))).get("id").asText()).isEqualTo(id);
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldGiveEveryFeatureOnceOverPagesOfAnyLength(String id) {
        List<JsonNode> pages = new ArrayList<>();
        long matched = get(address(id) + "?limit=1").get("numberMatched").asLong();
        String next = address(id) + "?limit=" + Math.max(1, (matched + 2) / 3);
        while (next != null) {
            JsonNode page = get(next);
            pages.add(page);
            assertThat(page.get("numberMatched").asLong()).isEqualTo(matched);
            assertThat(page.get("numberReturned").asInt())
                    .isEqualTo(page.get("features").size());
            next = links(page).containsKey("next") ? path(links(page).get("next")) : null;
        }

        assertThat(pages.stream().mapToInt(page -> page.get("features").size()).sum())
                .isEqualTo((int) matched);
        assertThat(pages.stream()
                        .flatMap(page ->
                                StreamSupport.stream(page.get("features").spliterator(), false))
                        .filter(feature -> feature.has("id"))
                        .map(feature -> feature.get("id").asText()))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldGiveAtMostTheMostToWhoeverAsksForMore(String id) {
        JsonNode items = get(address(id) + "?limit=2000000");

        assertThat(items.get("numberReturned").asLong())
                .isEqualTo(Math.min(10_000, items.get("numberMatched").asLong()));
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldKeepEveryGeometryInTheExtentAndInTheBoxThatFindsIt(String id) {
        JsonNode extent = get("/api/collections/" + id).at("/extent/spatial/bbox/0");
        JsonNode all = get(address(id) + "?limit=10000");
        String world = "bbox=-180,-90,180,90";
        String withHeights = "bbox=-180,-90,-100,180,90,9000";

        assertThat(extent.isMissingNode()).isEqualTo(geometry(id) == Geometry.NONE);
        assertThat(get(address(id) + "?limit=10000&" + world).get("features")).isEqualTo(all.get("features"));
        assertThat(get(address(id) + "?limit=10000&" + withHeights).get("features"))
                .isEqualTo(all.get("features"));
        // Features without a place are in every box, those with one are not in the Atlantic.
        assertThat(get(address(id) + "?bbox=-40,30,-30,40").get("numberMatched").asLong())
                .isEqualTo(
                        geometry(id) == Geometry.NONE ? all.get("numberMatched").asLong() : 0);
        for (JsonNode feature : all.get("features")) {
            assertWithin(extent, feature.get("geometry").path("coordinates"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "hotspots, '-0.73,52.28,-0.66,52.33'",
        "hotspots, '-0.73,52.3,-0.70,52.3'",
        "source-overlap, '-1.0,52.2,-0.8,52.3'",
        "areas, '-0.73,52.28,-0.66,52.33'",
        "areas, '-0.690819,52.316284,-0.690819,52.316284'"
    })
    void shouldGiveExactlyTheFeaturesThatMeetTheBox(String id, String bbox) {
        List<Double> sides = Stream.of(bbox.split(",", -1)).map(Double::valueOf).toList();
        org.locationtech.jts.geom.Geometry box =
                GEOMETRIES.toGeometry(new Envelope(sides.get(0), sides.get(2), sides.get(1), sides.get(3)));
        List<String> meeting = new ArrayList<>();
        for (JsonNode feature : get(address(id) + "?limit=10000").get("features")) {
            if (drawn(feature.get("geometry")).intersects(box)) {
                meeting.add(feature.get("id").asText());
            }
        }

        JsonNode found = get(address(id) + "?limit=10000&bbox=" + bbox);

        assertThat(meeting).isNotEmpty();
        assertThat(found.get("features"))
                .extracting(feature -> feature.get("id").asText())
                .containsExactlyElementsOf(meeting);
        assertThat(found.get("numberMatched").asInt()).isEqualTo(meeting.size());
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldTakeInstantsAndIntervalsWithOpenEnds(String id) {
        long all = get(address(id) + "?limit=1").get("numberMatched").asLong();
        boolean hasTime = collection(id).time().isPresent();

        for (String always : List.of(
                "1900-01-01/..",
                "1900-01-01/",
                "../2999-01-01",
                "/2999-01-01",
                "1900-01-01T00:00:00Z/2999-12-31T23:59:59Z")) {
            assertThat(get(address(id) + "?limit=1&datetime=" + always)
                            .get("numberMatched")
                            .asLong())
                    .as(always)
                    .isEqualTo(all);
        }
        for (String never : List.of("2999-01-01/..", "../1900-01-01", "1900-01-01T00:00:00Z")) {
            assertThat(get(address(id) + "?limit=1&datetime=" + never)
                            .get("numberMatched")
                            .asLong())
                    .as(never)
                    .isEqualTo(hasTime ? 0 : all);
        }
    }

    @ParameterizedTest
    @MethodSource("collections")
    void shouldGiveAFeatureByItsId(String id) {
        JsonNode first = get(address(id) + "?limit=1").at("/features/0");
        assertThat(first.has("id")).isEqualTo(!collection(id).key().isEmpty());
        if (!first.has("id")) {
            return;
        }

        JsonNode found = get(address(id) + "/" + first.get("id").asText());

        assertThat(found.get("id")).isEqualTo(first.get("id"));
        assertThat(found.get("geometry")).isEqualTo(first.get("geometry"));
        assertThat(found.get("properties")).isEqualTo(first.get("properties"));
        assertThat(links(found).get("self").get("href").asText())
                .endsWith(address(id) + "/" + first.get("id").asText());
        assertThat(path(links(found).get("collection"))).isEqualTo("/api/collections/" + id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api?f=json",
                "/api/conformance?x=1",
                "/api/collections?f=json",
                "/api/collections/areas?x=1",
                "/api/collections/areas/queryables?x=1",
                "/api/collections/areas/items?x=1",
                "/api/collections/areas/items/E06000061?x=1",
                "/api/collections/areas/items?limit=0",
                "/api/collections/areas/items?bbox=1,2,3",
                "/api/collections/trends/items?bbox=1,2,3",
                "/api/collections/areas/items?datetime=tomorrow",
                "/api/collections/trends/items?datetime=2026-01-01/2026-02-01/2026-03-01",
            })
    void shouldRefuseParametersThatAreUnknownOrWrong(String target) {
        assertThat(service.get(target, "analyst").statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/collections/nothing",
                "/api/collections/nothing/items",
                "/api/collections/areas/items/nothing",
                "/api/nothing",
            })
    void shouldSayWhatThereIsNot(String target) {
        assertThat(service.get(target, "analyst").statusCode()).isEqualTo(404);
    }

    static Stream<String> collections() {
        return Collections.ALL.stream().map(Collection::id);
    }

    private static Collection collection(String id) {
        return Collections.ALL.stream()
                .filter(collection -> collection.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Geometry geometry(String id) {
        return collection(id).geometry();
    }

    private static String address(String id) {
        return "/api/collections/" + id + "/items";
    }

    private static void assertWithin(JsonNode extent, JsonNode coordinates) {
        if (coordinates.path(0).isNumber()) {
            assertThat(coordinates.get(0).asDouble())
                    .isBetween(extent.get(0).asDouble(), extent.get(2).asDouble());
            assertThat(coordinates.get(1).asDouble())
                    .isBetween(extent.get(1).asDouble(), extent.get(3).asDouble());
        } else {
            coordinates.forEach(part -> assertWithin(extent, part));
        }
    }

    private static org.locationtech.jts.geom.Geometry drawn(JsonNode geometry) {
        JsonNode coordinates = geometry.get("coordinates");
        return geometry.get("type").asText().equals("Polygon")
                ? polygon(coordinates)
                : GEOMETRIES.createMultiPolygon(StreamSupport.stream(coordinates.spliterator(), false)
                        .map(ConformanceTest::polygon)
                        .toArray(Polygon[]::new));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> drawn = StreamSupport.stream(rings.spliterator(), false)
                .map(ring -> GEOMETRIES.createLinearRing(StreamSupport.stream(ring.spliterator(), false)
                        .map(position -> new Coordinate(
                                position.get(0).asDouble(), position.get(1).asDouble()))
                        .toArray(Coordinate[]::new)))
                .toList();
        return GEOMETRIES.createPolygon(
                drawn.get(0), drawn.subList(1, drawn.size()).toArray(LinearRing[]::new));
    }

    private static List<String> types(JsonNode answer, String relation) {
        return StreamSupport.stream(answer.get("links").spliterator(), false)
                .filter(link -> link.get("rel").asText().equals(relation))
                .map(link -> link.get("type").asText())
                .toList();
    }

    private static Map<String, JsonNode> links(JsonNode answer) {
        Map<String, JsonNode> links = new TreeMap<>();
        answer.get("links").forEach(link -> links.putIfAbsent(link.get("rel").asText(), link));
        return links;
    }

    private static String path(JsonNode link) {
        return link.get("href").asText().substring(service.address().toString().length());
    }

    private static HttpResponse<String> open(String address) {
        return service.get(URI.create(address).getPath(), "analyst");
    }

    private static String type(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElseThrow();
    }

    /** As a client asks that knows GeoJSON and JSON. */
    private static JsonNode get(String target) {
        HttpResponse<String> answer = service.send(service.request(target)
                .header("Authorization", "Bearer " + service.token("analyst"))
                .header("Accept", GEOJSON + ", application/json;q=0.9"));
        assertThat(answer.statusCode()).as(target + " " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
