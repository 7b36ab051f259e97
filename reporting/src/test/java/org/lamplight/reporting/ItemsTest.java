package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.areas.Cells;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;

/** Rows as they are asked for: filters, order, pages, formats. */
class ItemsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HOTSPOTS = "/api/collections/hotspots/items.json";

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
    void shouldAnswerForEveryCollectionInEveryFormat() {
        for (Collection collection : Collections.ALL) {
            String items = "/api/collections/" + collection.id() + "/items";
            for (String format : List.of(".json", ".geojson", ".csv", ".html", "")) {
                HttpResponse<String> answer = service.get(items + format + "?limit=2", "analyst");

                assertThat(answer.statusCode()).as(items + format).isEqualTo(200);
                assertThat(answer.body()).as(items + format).isNotEmpty();
            }
            assertThat(json(items + ".json?limit=1").get("numberReturned").asInt())
                    .as(collection.id())
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldFilterByValuesRangesAndNames() {
        long all = matched("");
        long retail = matched("?category=retail");

        assertThat(matched("?category=retail,streetsafe")).isEqualTo(2 * retail);
        assertThat(matched("?cell_count_28=..3") + matched("?cell_count_28=4.."))
                .isEqualTo(all);
        assertThat(matched("?council=North%20Northamptonshire"))
                .isEqualTo(matched("?council=E06000061"))
                .isEqualTo(matched("?council=north%20northamptonshire"))
                .isGreaterThan(0);
        assertThat(matched("?provisional=false")).isEqualTo(all);
        assertThat(matched("?as_of=2020-01-01..2020-12-31")).isZero();
        assertThat(matched("?datetime=2020-01-01/..")).isEqualTo(all);
        assertThat(matched("?datetime=../2020-01-01T00:00:00Z")).isZero();
        assertThat(matched("?bbox=-180,-90,180,90")).isEqualTo(all);
        assertThat(matched("?bbox=-0.7,52.2,-0.6,52.4")).isBetween(1L, all / 10);
        assertThat(matched("?bbox=0,51,1,52")).isZero();
    }

    @Test
    void shouldGiveEveryRowOnceOverAllPages() {
        String next = service.address() + HOTSPOTS + "?category=retail&limit=100&sort=cell_count_28&fields=cell";
        var seen = new java.util.ArrayList<String>();
        while (next != null) {
            JsonNode page = json(next.substring(service.address().toString().length()));
            page.get("items").forEach(row -> seen.add(row.get("cell").asText()));
            next = StreamSupport.stream(page.get("links").spliterator(), false)
                    .filter(link -> link.get("rel").asText().equals("next"))
                    .map(link -> link.get("href").asText())
                    .findFirst()
                    .orElse(null);
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize((int) matched("?category=retail"));
    }

    @Test
    void shouldSortAndShowOnlyWhatIsAskedFor() {
        JsonNode items = json(HOTSPOTS + "?sort=-cell_count_28,cell&fields=cell_count_28,cell&limit=50")
                .get("items");

        assertThat(items.get(0).fieldNames()).toIterable().containsExactly("cell_count_28", "cell");
        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .map(row -> -row.get("cell_count_28").asLong()))
                .isSorted();
    }

    @Test
    void shouldDrawHexagonsPointsAndOutlines() {
        JsonNode cell = json("/api/collections/hotspots/items.geojson?limit=1")
                .get("features")
                .get(0);
        JsonNode alert = json("/api/collections/alerts/items.geojson?limit=1")
                .get("features")
                .get(0);
        JsonNode areas = json("/api/collections/areas/items.geojson?limit=1000").get("features");

        assertThat(cell.at("/geometry/type").asText()).isEqualTo("Polygon");
        assertThat(cell.at("/geometry/coordinates/0")).hasSize(7);
        assertThat(cell.at("/geometry/coordinates/0/0")).isEqualTo(cell.at("/geometry/coordinates/0/6"));
        assertThat(alert.at("/geometry/type").asText()).isEqualTo("Point");
        assertThat(areas)
                .allSatisfy(
                        area -> assertThat(area.at("/geometry/type").asText()).isEqualTo("MultiPolygon"));
        assertThat(json("/api/collections/trends/items.geojson?limit=1")
                        .at("/features/0/geometry")
                        .isNull())
                .isTrue();
    }

    @Test
    void shouldFindARowByItsId() {
        JsonNode first = json("/api/collections/hotspots/items.geojson?limit=1")
                .get("features")
                .get(0);

        JsonNode found =
                json("/api/collections/hotspots/items/" + first.get("id").asText());

        assertThat(found.get("properties")).isEqualTo(first.get("properties"));
        assertThat(service.get("/api/collections/hotspots/items/retail:nothing", "analyst")
                        .statusCode())
                .isEqualTo(404);
        assertThat(service.get("/api/collections/rejected-rows/items/1", "analyst")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void shouldGiveThePastOfAPlaceFromTheReportsInIt() {
        Map<String, Long> expected = service.jdbi()
                .withHandle(handle -> handle
                        .createQuery(
                                "select cell, count(*) as reports from lamplight.incident"
                                        + " where 'retail' = any (categories) and police_consent is distinct from false group by cell")
                        .map((row, context) -> Map.entry(row.getString("cell"), row.getLong("reports")))
                        .stream()
                        .collect(Collectors.groupingBy(
                                cell -> Cells.name(Cells.parent(Cells.parse(cell.getKey()), 8)),
                                Collectors.summingLong(Map.Entry::getValue))));

        assertThat(expected).isNotEmpty();
        assertThat(sums("cell-history", "")).isEqualTo(expected);
        // Each report of the fixture has one reason.
        assertThat(sums("cell-reasons", "")).isEqualTo(expected);
        String one = expected.keySet().iterator().next();
        assertThat(sums("cell-history", "&cell=" + one)).isEqualTo(Map.of(one, expected.get(one)));
    }

    private static Map<String, Long> sums(String collection, String filter) {
        JsonNode answer = json("/api/collections/" + collection + "/items.json?category=retail&limit=10000" + filter);
        return StreamSupport.stream(answer.get("items").spliterator(), false)
                .collect(Collectors.groupingBy(
                        row -> row.get("cell").asText(),
                        Collectors.summingLong(row -> row.get("reports").asLong())));
    }

    @Test
    void shouldGuardSpreadsheetsAgainstFormulas() {
        HttpResponse<String> csv =
                service.get("/api/collections/rejected-rows/items.csv?fields=file,line&limit=1", "analyst");

        assertThat(csv.body()).isEqualTo("file,line\r\n'=cmd|x.csv,2\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"rejected-rows.csv\"");
        assertThat(csv.headers().firstValue("Link").orElseThrow())
                .contains("offset=1")
                .contains("rel=\"next\"");
    }

    @Test
    void shouldNotSendAgainWhatTheClientHas() {
        HttpResponse<String> first = service.get(HOTSPOTS + "?limit=5", "analyst");
        String etag = first.headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = service.send(service.request(HOTSPOTS + "?limit=5")
                .header("Authorization", "Bearer " + service.token("analyst"))
                .header("If-None-Match", etag));

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void shouldSendTheSameCompressedToWhoeverTakesIt() throws IOException, InterruptedException {
        HttpRequest.Builder request =
                service.request(HOTSPOTS + "?limit=5").header("Authorization", "Bearer " + service.token("analyst"));
        HttpResponse<String> plain = service.send(request.copy());

        HttpRequest takesGzip =
                request.copy().header("Accept-Encoding", "deflate, gzip;q=0.5").build();
        HttpResponse<InputStream> gzipped = HttpClient.newHttpClient().send(takesGzip, BodyHandlers.ofInputStream());
        HttpResponse<String> refusesGzip = service.send(request.copy().header("Accept-Encoding", "gzip;q=0"));
        String etag = gzipped.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again =
                service.send(request.copy().header("Accept-Encoding", "gzip").header("If-None-Match", etag));

        assertThat(new GZIPInputStream(gzipped.body())).hasContent(plain.body());
        assertThat(gzipped.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(gzipped.headers().firstValue("Vary").orElseThrow())
                .contains("Accept-Encoding")
                .contains("Authorization");
        assertThat(etag).isNotEqualTo(plain.headers().firstValue("ETag").orElseThrow());
        assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(refusesGzip.body()).isEqualTo(plain.body());
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "color=red | color | There is no such parameter",
                "category=a&category=b | category | twice",
                "limit=0 | limit | 1 or more",
                "limit=-1 | limit | 1 or more",
                "offset=-1 | offset | 0 or more",
                "limit=99999999999999999999 | limit | whole number",
                "offset=x | offset | whole number",
                "sort=nonsense | sort | columns",
                "sort=cell;drop%20table%20x | sort | columns",
                "fields=cell,nonsense | fields | columns",
                "bbox=1,2,3 | bbox | 4 parts",
                "bbox=a,b,c,d | bbox | numbers",
                "bbox=NaN,0,1,1 | bbox | longitudes go",
                "bbox=1e308,0,1e309,1 | bbox | longitudes go",
                "bbox=0,50,1,40 | bbox | longitudes go",
                "datetime=yesterday | datetime | It must be a date",
                "datetime=../.. | datetime | It must be a date",
                "gi_q=small | gi_q | a number",
                "gi_q=NaN | gi_q | a number",
                "rank=.. | rank | at least one end",
                "as_of=2026-02-30 | as_of | a date",
                "provisional=maybe | provisional | true or false",
                "category=, | category | empty",
                "category=%00 | category | characters",
            })
    void shouldNameTheParameterThatIsWrong(String query, String parameter, String reason) throws Exception {
        HttpResponse<String> answer = service.get(HOTSPOTS + "?" + query, "analyst");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("parameter").asText()).isEqualTo(parameter);
        assertThat(problem.get("detail").asText()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "category='%20or%201=1--",
                "category=retail');drop%20table%20lamplight.hotspot;--",
                "council=%25",
                "ward=x'%20union%20select%20null--",
            })
    void shouldTakeHostileValuesForValues(String query) {
        long before = matched("");

        assertThat(matched("?" + query)).isZero();
        assertThat(matched("")).isEqualTo(before).isGreaterThan(0);
    }

    private static long matched(String query) {
        String limited = query + (query.isEmpty() ? "?" : "&") + "limit=1";
        return json(HOTSPOTS + limited).get("numberMatched").asLong();
    }

    private static JsonNode json(String target) {
        HttpResponse<String> answer = service.get(target, "analyst");
        assertThat(answer.statusCode()).as(target + " " + answer.body()).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
