package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;

/** Who sees what: every audience asks for everything there is. */
class AudienceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NORTH = "council:" + ReportingFixture.NORTH;
    private static final String WEST = "council:" + ReportingFixture.WEST;
    private static final List<String> TARGETS =
            List.of("", "/queryables", "/items", "/items.json", "/items.geojson", "/items.csv", "/items.html");

    private static ReportingFixture service;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start(Optional.empty(), true, 10_000, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldLetEachAudienceSeeWhatIsForItAndNothingElse() {
        Map<String, Set<String>> open = new LinkedHashMap<>();
        open.put("analyst", ids("analyst", "opfcc", "partner"));
        open.put("opfcc", ids("opfcc", "partner"));
        open.put(NORTH, ids("partner"));
        open.put(WEST, ids("partner"));
        open.put("nobody", ids("partner"));

        open.forEach((audience, readable) -> {
            int answered = 0;
            int refused = 0;
            for (Collection collection : Collections.ALL) {
                for (String target : TARGETS) {
                    String path = "/api/collections/" + collection.id() + target;
                    int expected = readable.contains(collection.id()) ? 200 : audience.equals("nobody") ? 401 : 403;
                    assertThat(ask(path, audience).statusCode())
                            .as(audience + " " + path)
                            .isEqualTo(expected);
                    answered += expected == 200 ? 1 : 0;
                    refused += expected == 200 ? 0 : 1;
                }
            }
            System.out.printf(
                    "[reporting] %-18s %d collections x %d endpoints: %d answered, %d refused%n",
                    audience, Collections.ALL.size(), TARGETS.size(), answered, refused);
            assertThat(listed(audience)).isEqualTo(readable);
        });
    }

    @Test
    void shouldShowEachItsOwnRowsOfWhatWasReleased() {
        assertThat(recipients("analyst")).containsExactly("E06000061", "E06000062", "E23000022");
        assertThat(recipients("opfcc")).containsExactly("E06000061", "E06000062", "E23000022");
        assertThat(recipients(NORTH)).containsExactly("E06000061", "E23000022");
        assertThat(recipients(WEST)).containsExactly("E06000062", "E23000022");
        assertThat(recipients("nobody")).containsExactly("E23000022");
        assertThat(json("/api/collections/released-trends/items.json?recipient=E06000062", NORTH)
                        .get("numberMatched")
                        .asInt())
                .isZero();
    }

    @Test
    void shouldNotShareAnswersBetweenAudiences() {
        String target = "/api/collections/released-trends/items.json?limit=1000&fields=recipient";

        String west = ask(target, WEST).body();

        assertThat(ask(target, NORTH).body()).isNotEqualTo(west).doesNotContain("E06000062");
        assertThat(ask(target, WEST).body()).isEqualTo(west);
    }

    @Test
    void shouldTakeATokenAsAPasswordAndAskForOneWhereAPersonLooks() {
        String path = "/api/collections/hotspots/items.html";
        String both =
                Base64.getEncoder().encodeToString(("me:" + service.token("analyst")).getBytes(StandardCharsets.UTF_8));

        HttpResponse<String> page = service.send(service.request(path).header("Authorization", "Basic " + both));
        HttpResponse<String> refusedPage = service.send(service.request(path).header("Accept", "text/html"));
        HttpResponse<String> refusedScript = service.get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(refusedPage.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(refusedScript.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer");
    }

    @Test
    void shouldWriteDownWhoAskedForWhatAndNotWhatCameOut() {
        service.execute("delete from lamplight.access_log");

        service.get("/api/collections/hotspots/items.json?category=retail&limit=3", "analyst");
        service.get("/api/collections/hotspots/items.json", NORTH);
        service.get("/api/collections/areas/items.json");
        service.get("/api/collections", "analyst");

        List<Map<String, Object>> entries = service.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select subject, audience, target, status from lamplight.access_log order by at")
                        .mapToMap()
                        .list());
        assertThat(entries)
                .containsExactly(
                        Map.of(
                                "subject",
                                "somebody",
                                "audience",
                                "lamplight_analyst",
                                "target",
                                "/api/collections/hotspots/items.json?category=retail&limit=3",
                                "status",
                                200),
                        Map.of(
                                "subject",
                                "somebody",
                                "audience",
                                "lamplight_council_north_northamptonshire",
                                "target",
                                "/api/collections/hotspots/items.json",
                                "status",
                                403));
    }

    @Test
    void shouldAnswerNothingThatCannotBeWrittenDown() {
        service.execute("revoke insert on lamplight.access_log from lamplight_reporting");
        try {
            assertThat(ask("/api/collections/hotspots/items.json", "analyst").statusCode())
                    .isEqualTo(503);
            assertThat(service.get("/api/collections/areas/items.json").statusCode())
                    .isEqualTo(200);
        } finally {
            service.execute("grant insert on lamplight.access_log to lamplight_reporting");
        }
    }

    private static Set<String> ids(String... schemas) {
        Set<String> ids = new TreeSet<>();
        Collections.ALL.stream()
                .filter(collection -> Set.of(schemas).contains(collection.schema()))
                .forEach(collection -> ids.add(collection.id()));
        return ids;
    }

    private static Set<String> listed(String audience) {
        Set<String> listed = new TreeSet<>();
        json("/api/me", audience).get("collections").forEach(id -> listed.add(id.asText()));
        return listed;
    }

    private static Set<String> recipients(String audience) {
        Set<String> recipients = new TreeSet<>();
        json("/api/collections/released-trends/items.json?limit=1000&fields=recipient", audience)
                .get("items")
                .forEach(row -> recipients.add(row.get("recipient").asText()));
        return recipients;
    }

    private static JsonNode json(String target, String audience) {
        try {
            return JSON.readTree(ask(target, audience).body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static HttpResponse<String> ask(String target, String audience) {
        return audience.equals("nobody") ? service.get(target) : service.get(target, audience);
    }
}
