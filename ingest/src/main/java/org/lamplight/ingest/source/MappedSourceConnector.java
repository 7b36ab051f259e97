package org.lamplight.ingest.source;

import java.util.Map;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/** What the connectors share: they keep their settings for their tasks, and each row is taken exactly once. */
public abstract class MappedSourceConnector extends SourceConnector {
    private Map<String, String> settings = Map.of();

    /** The settings since the start. */
    protected final Map<String, String> settings() {
        return settings;
    }

    @Override
    public final String version() {
        return Version.current();
    }

    @Override
    public final void start(Map<String, String> properties) {
        settings = Map.copyOf(properties);
    }

    @Override
    public final void stop() {
        settings = Map.of();
    }

    @Override
    public final ExactlyOnceSupport exactlyOnceSupport(Map<String, String> properties) {
        return ExactlyOnceSupport.SUPPORTED;
    }
}
