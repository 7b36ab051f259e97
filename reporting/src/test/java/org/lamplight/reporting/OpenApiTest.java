package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;

/** The description of the API is held against what the API answers. */
class OpenApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static ReportingFixture service;
    private static JsonNode document;

    @BeforeAll
    static void start() throws IOException {
        service = ReportingFixture.start();
        document = JSON.readTree(service.get("/api/openapi.json").body());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldDescribeEveryAnswerAsItIs() throws IOException {
        for (Collection collection : Collections.ALL) {
            String body = service.get("/api/collections/" + collection.id() + "/items.json?limit=200", "analyst")
                    .body();

            assertThat(schema(collection.id()).validate(JSON.readTree(body)))
                    .as(collection.id())
                    .isEmpty();
        }
        assertThat(schema("problem")
                        .validate(JSON.readTree(
                                service.get("/api/collections/areas/items?x=1").body())))
                .isEmpty();
    }

    @Test
    void shouldRefuseAnAnswerThatIsNotAsDescribed() throws IOException {
        JsonNode wrong = JSON.readTree(
                "{\"collection\":\"areas\",\"numberMatched\":1,\"numberReturned\":1,\"links\":[],\"items\":[{\"other\":1}]}");

        assertThat(schema("areas").validate(wrong)).isNotEmpty();
    }

    @Test
    void shouldDescribeWhatThereIsAndNothingElse() throws IOException {
        List<String> paths = new ArrayList<>();
        document.get("paths").fieldNames().forEachRemaining(paths::add);

        for (String path : paths) {
            if (!path.equals("/live")) {
                String known = path.endsWith("/{featureId}") ? item(path.replace("/{featureId}", "")) : path;
                assertThat(service.get("/api" + known, "analyst").statusCode())
                        .as(known)
                        .isEqualTo(200);
            }
        }
        long identified = Collections.ALL.stream()
                .filter(collection -> !collection.key().isEmpty())
                .count();
        assertThat(document.at("/servers/0/url").asText()).isEqualTo(service.address() + "/api");
        assertThat(paths).hasSize((int) (6 + 7 * Collections.ALL.size() + identified));
    }

    @Test
    void shouldTakeEveryParameterThatItDescribes() {
        for (Collection collection : Collections.ALL) {
            String path = "/api/collections/" + collection.id() + "/items.json";
            JsonNode parameters = document.at("/paths")
                    .get("/collections/" + collection.id() + "/items.json")
                    .at("/get/parameters");
            Set<String> names = new TreeSet<>();
            parameters.forEach(
                    parameter -> names.add(resolved(parameter).get("name").asText()));
            String refusal = service.get(path + "?nonsense=1", "analyst").body();

            for (String name : names) {
                assertThat(refusal).as(collection.id()).contains('"' + name + '"');
                assertThat(service.get(path + "?" + name + "=@", "analyst").body())
                        .as(collection.id() + " " + name)
                        .doesNotContain("There is no such parameter");
            }
        }
    }

    /** The path of a row that there is. */
    private static String item(String items) throws IOException {
        JsonNode rows = JSON.readTree(
                service.get("/api" + items + ".geojson?limit=1", "analyst").body());
        return items + "/" + rows.at("/features/0/id").asText();
    }

    private static JsonNode resolved(JsonNode parameter) {
        JsonNode reference = parameter.get("$ref");
        return reference == null ? parameter : document.at(reference.asText().substring(1));
    }

    private static JsonSchema schema(String name) {
        JsonNode schema = document.at("/components/schemas").get(name);
        return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema);
    }
}
