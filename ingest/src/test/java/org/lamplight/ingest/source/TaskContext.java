package org.lamplight.ingest.source;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * What a task is told by a worker that is not there.
 *
 * @param configs the settings of the task
 * @param positions the offset of each partition; null for none
 */
public record TaskContext(Map<String, String> configs, Function<Map<String, ?>, Map<String, Object>> positions)
        implements SourceTaskContext, OffsetStorageReader {
    @Override
    public OffsetStorageReader offsetStorageReader() {
        return this;
    }

    @Override
    public PluginMetrics pluginMetrics() {
        throw new UnsupportedOperationException("no metrics here");
    }

    @Override
    public <T> Map<String, Object> offset(Map<String, T> partition) {
        return positions.apply(partition);
    }

    @Override
    public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
        Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
        for (Map<String, T> partition : partitions) {
            found.put(partition, positions.apply(partition));
        }
        return found;
    }
}
