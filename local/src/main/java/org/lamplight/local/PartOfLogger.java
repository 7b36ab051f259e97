package org.lamplight.local;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.sift.AbstractDiscriminator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says which part a log line is from, so that each part has a log file of its own. */
public final class PartOfLogger extends AbstractDiscriminator<ILoggingEvent> {
    private static final Map<String, String> PARTS = parts();

    private String key = "part";

    @Override
    public String getDiscriminatingValue(ILoggingEvent event) {
        String logger = event.getLoggerName();
        return PARTS.entrySet().stream()
                .filter(part -> logger.startsWith(part.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("lamplight");
    }

    @Override
    public String getKey() {
        return key;
    }

    /** The name under which the configuration file uses the value. */
    public void setKey(String key) {
        this.key = key;
    }

    private static Map<String, String> parts() {
        Map<String, String> parts = new LinkedHashMap<>();
        // Refused requests and refused logins, for whoever has to find out who tried what.
        parts.put("kafka.authorizer.logger", "access");
        parts.put("org.apache.kafka.common.network.Selector", "access");
        parts.put("org.apache.kafka.connect", "connect");
        parts.put("org.lamplight.ingest", "connect");
        parts.put("org.lamplight.sink", "connect");
        parts.put("org.eclipse.jetty", "connect");
        parts.put("org.apache.kafka.streams", "streams");
        parts.put("org.lamplight.streams", "streams");
        parts.put("org.apache.kafka", "kafka");
        parts.put("kafka", "kafka");
        parts.put("state.change", "kafka");
        parts.put("io.zonky", "postgres");
        return parts;
    }
}
