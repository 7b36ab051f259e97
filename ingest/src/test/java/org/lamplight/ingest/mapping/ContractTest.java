package org.lamplight.ingest.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.SafetyConcern;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.connect.AvroConverter;
import org.lamplight.schemas.serde.AvroDeserializer;

/** What ingest writes through Connect's converter is what readers of the contract get. */
class ContractTest {
    private static final Map<String, ?> SETTINGS = Map.of(
            "schema.registry.url", "mock://contract-test", "auto.register.schemas", true, "specific.avro.reader", true);

    @Test
    void shouldWriteWhatReadersOfTheContractGet() throws IOException {
        Mapping mapping = Mapping.read("streetsafe");
        String export = """
                Submitted,Date,Time,Latitude,Longitude,Place reasons,Behaviour reasons
                05/01/2026 22:13,04/01/2026,,52.2372,-0.8961,Badly lit; Fog,
                """;

        Accepted accepted = (Accepted) Fixture.map(mapping, export).get(0);
        SafetyConcern concern = (SafetyConcern) throughTheWire(mapping.kind().topic(), accepted);

        Report report = concern.getReport();
        assertThat(report.getReportId()).isEqualTo(accepted.reportId());
        assertThat(accepted.key()).isEqualTo("streetsafe/" + report.getReportId());
        assertThat(report.getAction()).isEqualTo(ReportAction.SUBMIT);
        assertThat(report.getReceivedAt()).isEqualTo(Fixture.NOW);
        assertThat(report.getOccurredTo()).isAfter(report.getOccurredFrom());
        assertThat(report.getUnknownCodes())
                .singleElement()
                .satisfies(code -> assertThat(code.getText()).isEqualTo("Fog"));
        assertThat(concern.getPlaceReasons()).hasSize(2);
        assertThat(concern.getBehaviours()).isEqualTo(List.of());
    }

    @Test
    void shouldWriteAWithdrawalThatHoldsItsIdentityAlone() throws IOException {
        Mapping mapping = Mapping.read("stop-hate-uk");

        Accepted accepted =
                (Accepted) Fixture.map(mapping, "{\"caseRef\":\"SHUK-1\",\"version\":3,\"status\":\"withdrawn\"}\n")
                        .get(0);
        Report report =
                (Report) throughTheWire(mapping.kind().topic(), accepted).get(0);

        assertThat(report.getAction()).isEqualTo(ReportAction.WITHDRAW);
        assertThat(report.getRevision()).isEqualTo(3);
        assertThat(report.getCell()).isNull();
        assertThat(report.getOccurredFrom()).isNull();
    }

    private static SpecificRecord throughTheWire(Topic<?> topic, Accepted accepted) throws IOException {
        try (AvroConverter converter = new AvroConverter();
                AvroDeserializer<SpecificRecord> reader = new AvroDeserializer<>()) {
            converter.configure(SETTINGS, false);
            reader.configure(SETTINGS, false);
            byte[] bytes =
                    converter.fromConnectData(topic.name(), accepted.value().schema(), accepted.value());
            return reader.deserialize(topic.name(), bytes);
        }
    }
}
