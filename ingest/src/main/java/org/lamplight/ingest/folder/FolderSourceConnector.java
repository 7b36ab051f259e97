package org.lamplight.ingest.folder;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.source.MappedSourceConnector;
import org.lamplight.ingest.source.Position;
import org.lamplight.ingest.source.SourceSettings;

/** Takes in the files of a folder, each row exactly once. docs/CONNECTORS.md lists the settings. */
public final class FolderSourceConnector extends MappedSourceConnector {
    @Override
    public ConfigDef config() {
        return FolderSettings.DEFINITIONS;
    }

    @Override
    public Class<? extends Task> taskClass() {
        return FolderSourceTask.class;
    }

    /** A task for each that is allowed: whatever files will come, their names are spread over all tasks. */
    @Override
    public List<Map<String, String>> taskConfigs(int maxTasks) {
        return IntStream.range(0, maxTasks)
                .mapToObj(task -> new Share(task, maxTasks).addTo(settings()))
                .toList();
    }

    /**
     * Where the files lie that a connector has finished with.
     *
     * @param inbox its inbox
     * @param properties its other settings
     */
    public static List<Path> finished(Path inbox, Map<String, String> properties) {
        return FolderSettings.finished(inbox, properties);
    }

    @Override
    public boolean alterOffsets(Map<String, String> properties, Map<Map<String, ?>, Map<String, ?>> offsets) {
        Partitions partitions = new Partitions(
                Mapping.read(properties.get(SourceSettings.MAPPING)).source());
        offsets.forEach((partition, offset) -> {
            partitions.check(partition);
            Position unused = Position.of(offset);
        });
        return true;
    }
}
