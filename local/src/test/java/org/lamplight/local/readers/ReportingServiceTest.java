package org.lamplight.local.readers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThatCode;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.Programs;
import org.lamplight.local.access.Principals;
import org.lamplight.local.e2e.Exports;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;

/** The reporting service where all else is running: from a file in an inbox to what each reader is told over HTTP. */
@ExtendWith(DemoDatabase.Filled.class)
class ReportingServiceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RELEASED = "/api/collections/released-trends/items.json";
    /** Where the concern of {@link Exports} is. */
    private static final String HEMMINGWELL = "/api/collections/hotspots/items.json?category=streetsafe"
            + "&fields=cell,cell_count_28&bbox=-0.690819,52.316284,-0.690819,52.316284";

    private static DemoService service;

    @TempDir
    private Path directory;

    @BeforeAll
    static void start(DemoDatabase database) {
        service = new DemoService(database);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldBeLayersInGdal() throws IOException {
        assumeInstalled("ogr2ogr");
        JsonNode all = service.json("/api/collections/hotspots/items.json?limit=1", Principals.ANALYST);

        String layers = gdal(Principals.ANALYST, "ogrinfo", "-ro", service());
        String hotspots = gdal(Principals.ANALYST, "ogrinfo", "-ro", "-so", service(), "hotspots");
        String areas = gdal(Principals.ANALYST, "ogrinfo", "-ro", "-so", service(), "areas");

        assertThat(layers).contains("hotspots (title: Hotspots)", "areas (title: Areas)");
        assertThat(hotspots)
                .contains(
                        "Geometry: Polygon",
                        "Feature Count: " + all.get("numberMatched").asLong())
                .contains("expected_28: Real", "as_of: Date");
        assertThat(areas).contains("Geometry: Multi Polygon", "area_name: String");
    }

    @Test
    void shouldGiveGdalTheRowsOfABox() throws IOException {
        assumeInstalled("ogr2ogr");
        Path file = directory.resolve("wellingborough.geojson");
        String box = "&bbox=-0.73,52.28,-0.66,52.33";

        gdal(
                Principals.ANALYST,
                "ogr2ogr",
                "-oo",
                "PAGE_SIZE=1000",
                "-f",
                "GeoJSON",
                file.toString(),
                service(),
                "hotspots",
                "-spat",
                "-0.73",
                "52.28",
                "-0.66",
                "52.33");

        long inBox = matched("/api/collections/hotspots/items.json?limit=1" + box, Principals.ANALYST);
        JsonNode features = new ObjectMapper().readTree(file.toFile()).get("features");
        assertThat(inBox)
                .isPositive()
                .isLessThan(matched("/api/collections/hotspots/items.json?limit=1", Principals.ANALYST));
        assertThat(features).hasSize((int) inBox).allSatisfy(feature -> {
            assertThat(feature.at("/geometry/type").textValue()).isEqualTo("Polygon");
            assertThat(feature.at("/geometry/coordinates/0/0/0").doubleValue()).isBetween(-0.76, -0.63);
            assertThat(feature.at("/properties/category").textValue()).isNotBlank();
        });
    }

    @Test
    void shouldGiveGdalNothingThatIsNotTheReaders() throws IOException {
        assumeInstalled("ogr2ogr");

        assertThat(gdal(DemoService.NORTH, "ogrinfo", "-ro", service()))
                .contains("released-trends")
                .doesNotContain("hotspots");
        assertThatThrownBy(() -> gdal(DemoService.NORTH, "ogrinfo", "-ro", "-so", service(), "hotspots"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shouldLetEachReaderSeeWhatIsForThemByTheRolesOfTheDatabase() {
        Map<String, Set<String>> readers = new LinkedHashMap<>();
        readers.put(Principals.ANALYST, Set.of("analyst", "opfcc", "partner"));
        readers.put(Principals.OPFCC, Set.of("opfcc", "partner"));
        readers.put(DemoService.NORTH, Set.of("partner"));
        readers.put(DemoService.WEST, Set.of("partner"));
        readers.put(DemoService.NOBODY, Set.of());

        readers.forEach((reader, schemas) -> {
            int refused = reader.equals(DemoService.NOBODY) ? 401 : 403;
            List<String> open = new ArrayList<>();
            for (Collection collection : Collections.ALL) {
                boolean reads = collection.isOpen() || schemas.contains(collection.schema());
                int status = service.get("/api/collections/" + collection.id() + "/items.json?limit=1", reader)
                        .statusCode();
                assertThat(status).as(reader + " " + collection.id()).isEqualTo(reads ? 200 : refused);
                if (reads) {
                    open.add(collection.id());
                }
            }
            System.out.printf("[reporting] %-22s sees %d of %d%n", reader, open.size(), Collections.ALL.size());
            assertThat(service.json("/api/me", reader).get("collections"))
                    .extracting(JsonNode::textValue)
                    .containsExactlyElementsOf(open);
        });
    }

    @Test
    void shouldShowACouncilWhatWasReleasedToItAndNotToTheOther() {
        String force = service.platform().areaBook().force();

        assertThat(recipients(DemoService.NORTH)).containsExactly("E06000061", force);
        assertThat(recipients(DemoService.WEST)).containsExactly("E06000062", force);
        assertThat(recipients(Principals.OPFCC)).containsExactly("E06000061", "E06000062", force);
        assertThat(matched(RELEASED + "?limit=1&recipient=E06000062", DemoService.NORTH))
                .isZero();
    }

    @Test
    void shouldTellAnOpenPageOfAReportThatWasDropped() throws IOException {
        long before = reports();
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Stream<String> live = service.live(Principals.ANALYST)) {
            Thread page = new Thread(() -> live.forEach(heard::add));
            page.setDaemon(true);
            page.start();
            await().atMost(PATIENCE).until(() -> heard.contains("event: hello"));
            int soFar = heard.size();

            drop(new Exports(Clock.systemUTC()).streetsafe(59));

            await().atMost(PATIENCE)
                    .until(() -> heard.stream()
                            .skip(soFar)
                            .anyMatch(line ->
                                    line.contains("\"collection\":\"hotspots\"") && line.contains("streetsafe")));
            await().atMost(PATIENCE).until(() -> reports() == before + 1);
        }
    }

    /** What the cells round Hemmingwell have counted. */
    private static long reports() {
        long reports = 0;
        for (JsonNode cell : service.json(HEMMINGWELL, Principals.ANALYST).get("items")) {
            reports += cell.get("cell_count_28").longValue();
        }
        return reports;
    }

    private static void drop(String row) throws IOException {
        Path inbox = service.platform().config().data().inbox().resolve("streetsafe");
        Path unfinished = inbox.resolve(".one-more.csv");
        Files.writeString(unfinished, Exports.STREETSAFE_HEADER + "\n" + row + "\n");
        Files.move(unfinished, inbox.resolve("one-more.csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Set<String> recipients(String reader) {
        Set<String> recipients = new TreeSet<>();
        service.json(RELEASED + "?limit=10000&fields=recipient", reader)
                .get("items")
                .forEach(row -> recipients.add(row.get("recipient").textValue()));
        return recipients;
    }

    private static long matched(String target, String reader) {
        return service.json(target, reader).get("numberMatched").longValue();
    }

    private static String service() {
        return "OAPIF:" + service.api();
    }

    private static String gdal(String reader, String... command) throws IOException {
        return Programs.run(Path.of("."), Map.of("GDAL_HTTP_USERPWD", "me:" + service.token(reader)), command);
    }

    private static void assumeInstalled(String program) {
        assumeThatCode(() -> Programs.run(Path.of("."), Map.of(), program, "--version"))
                .as("%s", program)
                .doesNotThrowAnyException();
    }
}
