package org.lamplight.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.ingest.folder.FolderSourceConnector;
import org.lamplight.ingest.mapping.Mapping;

/** The configurations in org/lamplight/ingest/sources can be posted as they are. */
class ReadyMadeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"streetsafe", "stop-hate-uk", "retail"})
    void shouldHaveAConfigurationForEachShippedMapping(String name) throws IOException {
        JsonNode posted;
        try (InputStream in = getClass().getResourceAsStream("/org/lamplight/ingest/sources/" + name + ".json")) {
            posted = JSON.readTree(in);
        }
        Map<String, String> settings = JSON.convertValue(posted.get("config"), new TypeReference<>() {});

        assertThat(new FolderSourceConnector().validate(settings).configValues())
                .allSatisfy(value -> assertThat(value.errorMessages()).isEmpty());
        assertThat(posted.get("name").asText()).isEqualTo("source-" + name);
        assertThat(settings)
                .containsEntry("connector.class", FolderSourceConnector.class.getName())
                .containsEntry("mapping", name)
                .containsEntry("transaction.boundary", "poll");
        assertThat(Mapping.shipped()).contains(name);
    }
}
