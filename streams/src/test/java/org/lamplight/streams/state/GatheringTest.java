package org.lamplight.streams.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Words of a line are gathered; the driver commits after each line. */
class GatheringTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    private final TopologyTestDriver driver = new TopologyTestDriver(topology(), new Properties(), NOW);
    private final TestInputTopic<String, String> lines =
            driver.createInputTopic("lines", new StringSerializer(), new StringSerializer());
    private final TestOutputTopic<String, Long> counts =
            driver.createOutputTopic("counts", new StringDeserializer(), new LongDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldPassOnOneRecordForAllThatCameUnderAKeyBetweenTwoCommits() {
        lines.pipeInput("a b a a");

        assertThat(counts.readKeyValuesToList()).containsExactly(KeyValue.pair("a", 3L), KeyValue.pair("b", 1L));
    }

    @Test
    void shouldPassOnNothingTwice() {
        lines.pipeInput("a");
        lines.pipeInput("b a");
        lines.pipeInput("");

        assertThat(counts.readKeyValuesToList())
                .containsExactly(KeyValue.pair("a", 1L), KeyValue.pair("b", 1L), KeyValue.pair("a", 1L));
    }

    @Test
    void shouldNotGatherMoreThanARecordHolds() {
        lines.pipeInput(String.join(" ", Collections.nCopies(5_000, "a")));

        List<Long> passedOn = counts.readValuesToList();
        assertThat(passedOn).hasSize(3).allMatch(count -> count < 2_500);
        assertThat(passedOn.stream().mapToLong(Long::longValue).sum()).isEqualTo(5_000);
    }

    @Test
    void shouldSayHowLongWhatItPassesOnHadWaited() {
        lines.pipeInput(null, "a", NOW.minusSeconds(7));
        lines.pipeInput(null, "b", NOW.minusSeconds(1));

        assertThat(counts.readRecordsToList())
                .extracting(sent ->
                        Gathering.waited(new Record<>(sent.key(), sent.value(), sent.timestamp(), sent.headers())))
                .containsExactly(7_000L, 1_000L);
    }

    @Test
    void shouldAskForACommitOfNewsAndLeaveABacklogToTheCommitInterval() {
        Stage<String, String, String, Long> stage = Gathering.stage("words", Collectors.counting());
        Task task = new Task(stage);
        Processor<String, String, String, Long> gathering = stage.get();
        gathering.init(task.context());

        task.punctuate(10_000);
        assertThat(task.commits).isZero();

        gathering.process(new Record<>("a", "a", 9_016));
        task.punctuate(10_005);
        assertThat(task.commits).as("more may come").isZero();
        task.punctuate(10_015);
        assertThat(task.commits).isOne();

        gathering.process(new Record<>("a", "a", 9_015));
        task.punctuate(10_015);
        assertThat(task.commits).isOne();
    }

    /** Of a real task, which commits by itself, one cannot tell whether it was asked. */
    private static final class Task {
        private final StateStore store;
        private Punctuator punctuator;
        private int commits;

        Task(Stage<String, String, String, Long> stage) {
            store = stage.stores().iterator().next().build();
        }

        @SuppressWarnings("unchecked") // types of records do not matter to it
        ProcessorContext<String, Long> context() {
            return (ProcessorContext<String, Long>) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {InternalProcessorContext.class},
                    (proxy, method, arguments) -> answer(method.getName(), arguments));
        }

        private Object answer(String method, Object[] arguments) {
            return switch (method) {
                case "getStateStore" -> store;
                case "currentNode" -> null;
                case "currentSystemTimeMs" -> 10_000L;
                case "schedule" -> {
                    punctuator = (Punctuator) arguments[arguments.length - 1];
                    yield null;
                }
                case "commit" -> {
                    commits++;
                    yield null;
                }
                default -> throw new UnsupportedOperationException(method);
            };
        }

        void punctuate(long now) {
            punctuator.punctuate(now);
        }
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("lines", Consumed.with(Serdes.String(), Serdes.String()))
                .flatMap((key, line) -> Pattern.compile(" ")
                        .splitAsStream(line)
                        .filter(word -> !word.isEmpty())
                        .map(word -> KeyValue.pair(word, word))
                        .toList())
                .process(Gathering.stage("words", Collectors.counting()))
                .to("counts", Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build();
    }
}
