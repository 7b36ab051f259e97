package org.lamplight.sink;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkConnector;

/** Keeps the reporting database equal to the topics core.incident, analyst.* and intake.rejected. */
public final class ReportingSinkConnector extends SinkConnector {
    private Map<String, String> settings = Map.of();

    /** The topic that each table in schema lamplight mirrors. */
    public static Map<String, String> topicsByTable() {
        return Table.BY_TOPIC.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Table::name, table -> table.topic().name()));
    }

    @Override
    public String version() {
        return Version.OF_SINK;
    }

    @Override
    public ConfigDef config() {
        return SinkConfig.DEF;
    }

    @Override
    public Config validate(Map<String, String> given) {
        Config config = super.validate(given);
        List<ConfigValue> values = new ArrayList<>(config.configValues());
        values.addAll(SinkRules.check(given));
        return new Config(values);
    }

    @Override
    public void start(Map<String, String> given) {
        settings = Map.copyOf(given);
    }

    @Override
    public Class<? extends Task> taskClass() {
        return ReportingSinkTask.class;
    }

    /** Tasks differ by their number alone: Connect gives each its own partitions of the topics. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return IntStream.range(0, maxTasks).mapToObj(this::settings).toList();
    }

    private Map<String, String> settings(int task) {
        Map<String, String> all = new HashMap<>(settings);
        all.put(SinkConfig.TASK, Integer.toString(task));
        return all;
    }

    @Override
    public boolean alterOffsets(Map<String, String> given, Map<TopicPartition, Long> offsets) {
        SinkConfig config = SinkConfig.of(given);
        try (ReportingDatabase database = new ReportingDatabase(config)) {
            database.setUp(config.readAreas());
            database.alterOffsets(offsets);
        } catch (DatabaseFailure failure) {
            throw new ConnectException("The offsets are unchanged. " + failure.getMessage(), failure);
        }
        return true;
    }

    @Override
    public void stop() {
        // Nothing runs here.
    }
}
