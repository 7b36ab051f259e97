package org.lamplight.ingest.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.connector.Task;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.source.MappedSourceConnector;
import org.lamplight.ingest.source.SourceSettings;

/** Takes in the pages of a server, each item exactly once. docs/CONNECTORS.md lists the settings. */
public final class HttpSourceConnector extends MappedSourceConnector {
    @Override
    public ConfigDef config() {
        return HttpDefinitions.ALL;
    }

    @Override
    public Config validate(Map<String, String> properties) {
        Config config = super.validate(properties);
        boolean sound = config.configValues().stream()
                .allMatch(value -> value.errorMessages().isEmpty());
        if (sound) {
            Map<String, Object> values = new HashMap<>();
            config.configValues().forEach(value -> values.put(value.name(), value.value()));
            Map<String, String> problems = Contradictions.in(values);
            for (ConfigValue value : config.configValues()) {
                if (problems.containsKey(value.name())) {
                    value.addErrorMessage(problems.get(value.name()));
                }
            }
        }
        return config;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return HttpSourceTask.class;
    }

    /** One task, however many are allowed: each page is known only from the one before. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return List.of(settings());
    }

    @Override
    public boolean alterOffsets(Map<String, String> properties, Map<Map<String, ?>, Map<String, ?>> offsets) {
        String source = Mapping.read(properties.get(SourceSettings.MAPPING)).source();
        Map<String, String> ours = HttpPartition.of(source, properties.get(HttpDefinitions.URL));
        offsets.forEach((partition, offset) -> {
            HttpPartition.check(partition, ours);
            PagePosition unused = PagePosition.of(offset);
        });
        return true;
    }
}
