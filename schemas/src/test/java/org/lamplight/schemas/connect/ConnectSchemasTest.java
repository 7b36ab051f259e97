package org.lamplight.schemas.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.connect.data.Date;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Timestamp;
import org.apache.kafka.connect.errors.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.registry.PublishedSchema;

class ConnectSchemasTest {

    static List<Topic<?>> topics() {
        return Topics.ALL;
    }

    @ParameterizedTest
    @MethodSource("topics")
    void shouldTurnBackIntoExactlyTheSameContract(Topic<?> topic) {
        Schema connect = ConnectSchemas.of(topic.schema());

        // Compared as text: Avro's equality ignores documentation.
        assertThat(AvroSchemas.of(connect))
                .hasToString(PublishedSchema.of(topic.schema()).toString());
    }

    @Test
    void shouldCarryDocumentationDefaultsAndLogicalTypes() {
        Schema incident = ConnectSchemas.of(Incident.getClassSchema());

        assertThat(incident.name()).isEqualTo("org.lamplight.schemas.Incident");
        assertThat(incident.field("receivedAt").schema().name()).isEqualTo(Timestamp.LOGICAL_NAME);
        assertThat(incident.field("firstDay").schema().name()).isEqualTo(Date.LOGICAL_NAME);
        assertThat(incident.field("cell").schema().isOptional()).isTrue();
        assertThat(incident.field("otherCodes").schema().defaultValue()).isEqualTo(0);
        assertThat(incident.field("reasons").schema().defaultValue()).isEqualTo(List.of());
        assertThat(incident.field("force").schema().doc())
                .isEqualTo(Incident.getClassSchema().getField("force").doc());
    }

    @Test
    void shouldNameTheSymbolsOfAnEnum() {
        Schema report = ConnectSchemas.of(SafetyConcern.getClassSchema())
                .field("report")
                .schema();

        Schema action = report.field("action").schema();

        assertThat(action.type()).isEqualTo(Schema.Type.STRING);
        assertThat(action.defaultValue()).isEqualTo("SUBMIT");
        assertThat(action.parameters())
                .containsEntry(ConnectSchemas.ENUM, "org.lamplight.schemas.ReportAction")
                .containsEntry(ConnectSchemas.ENUM_SYMBOLS, "SUBMIT,WITHDRAW")
                .containsEntry(ConnectSchemas.ENUM_DEFAULT, "SUBMIT");
    }

    @Test
    void shouldRefuseWhatConnectCannotExpress() {
        var either = SchemaBuilder.unionOf().stringType().and().longType().endUnion();
        var list = SchemaBuilder.record("Node")
                .fields()
                .name("next")
                .type()
                .optional()
                .type("Node")
                .endRecord();

        assertThatThrownBy(() -> ConnectSchemas.of(either))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("union");
        assertThatThrownBy(() -> ConnectSchemas.of(list))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Node");
    }
}
