package org.lamplight.bench.throughput;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.bench.MadeUpRecord;
import org.lamplight.bench.MadeUpReports;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.state.Storage;

/** What is compared is the same. */
class CountsTest {
    private static final String COUNTS = "counts";
    private static final int REPORTS = 60;
    private static final int A_DAY = 20;

    private final AreaBook book = AreaBook.northamptonshire();
    private final TopicSerdes serdes = new TopicSerdes(Map.of("schema.registry.url", "mock://counts"));
    private final Topology ours = CellCounts.topology(book, serdes, Storage.MEMORY, COUNTS);
    private final long cell = book.cells(Cells.RESOLUTION)[0];

    @TempDir
    private Path directory;

    @Test
    void shouldCountTheSame() {
        List<MadeUpRecord> reports = reports();

        Map<String, Long> counts = counts(ours, reports);

        assertThat(counts)
                .containsEntry(Counting.key(Counting.place("streetsafe", Cells.name(cell)), MadeUpReports.LAST_DAY), 7L)
                .isEqualTo(counts(WindowedCount.topology(serdes, COUNTS), reports));
    }

    @Test
    void shouldCountWhatWasWithdrawnNoMore() {
        List<MadeUpRecord> reports = new ArrayList<>(reports());
        reports.add(MadeUpRecord.of(0, MadeUpReports.LAST_DAY, cell, 2, ReportAction.WITHDRAW));

        assertThat(counts(ours, reports))
                .containsEntry(
                        Counting.key(Counting.place("streetsafe", Cells.name(cell)), MadeUpReports.LAST_DAY), 6L);
    }

    private List<MadeUpRecord> reports() {
        return IntStream.range(0, REPORTS)
                .mapToObj(number -> MadeUpRecord.of(number, MadeUpReports.LAST_DAY - number / A_DAY, cell))
                .toList();
    }

    private Map<String, Long> counts(Topology topology, List<MadeUpRecord> reports) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, settings)) {
            reports.forEach(report -> driver.createInputTopic(
                            report.topic().name(), new StringSerializer(), serializer(report.topic()))
                    .pipeInput(report.key(), report.value()));
            return driver.createOutputTopic(COUNTS, new StringDeserializer(), new LongDeserializer())
                    .readKeyValuesToMap();
        }
    }

    @SuppressWarnings("unchecked") // whatever a topic holds, its serializer takes
    private Serializer<SpecificRecord> serializer(Topic<?> topic) {
        return (Serializer<SpecificRecord>)
                (Serializer<?>) serdes.valueSerde(topic).serializer();
    }
}
