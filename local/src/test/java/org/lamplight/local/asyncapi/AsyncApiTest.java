package org.lamplight.local.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.NodeProject;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.Topic;

class AsyncApiTest {
    private static final Path PAGE = Path.of("../docs/asyncapi.yaml");
    private static final NodeProject VALIDATOR = new NodeProject(Path.of("src", "test", "js", "asyncapi"));

    /** Run with -Dlamplight.update=true to write the document anew. */
    @Test
    void shouldDescribeThePartnerTopicsAsTheyAre() throws IOException {
        String document = AsyncApi.document(AreaBook.northamptonshire());

        if (Boolean.getBoolean("lamplight.update")) {
            Files.writeString(PAGE, document);
        }

        assertThat(PAGE).hasContent(document);
    }

    @Test
    void shouldSatisfyTheOfficialParser() throws IOException {
        assumeThat(NodeProject.available())
                .as("Node.js and npm, without which nothing parses the document")
                .isTrue();

        JsonNode result = new ObjectMapper()
                .readTree(VALIDATOR.node(
                        Map.of(), "validate.mjs", PAGE.toAbsolutePath().toString()));

        assertThat(texts(result.get("problems"))).isEmpty();
        assertThat(texts(result.get("channels")))
                .containsExactlyInAnyOrderElementsOf(
                        PartnerTopics.of(AreaBook.northamptonshire()).byRecipient().values().stream()
                                .map(Topic::name)
                                .toList());
        assertThat(texts(result.get("fields")))
                .containsExactlyElementsOf(ReleasedTrend.getClassSchema().getFields().stream()
                        .map(Schema.Field::name)
                        .toList());
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::textValue)
                .toList();
    }
}
