package org.lamplight.streams.surface;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.streams.StreamsMetrics;
import org.lamplight.streams.deltas.Series;

/** How long surfaces take, for monitoring: by category, among the application's own metrics. */
final class Times {
    private static final double NANOS_PER_MILLI = 1e6;

    private final StreamsMetrics metrics;
    private final Map<String, Sensor> sensors = new HashMap<>();

    Times(StreamsMetrics metrics) {
        this.metrics = metrics;
    }

    /** A surface took this long, in nanoseconds. */
    void took(Series series, long nanos) {
        sensors.computeIfAbsent(series.category(), this::sensor).record(nanos / NANOS_PER_MILLI);
    }

    private Sensor sensor(String category) {
        return metrics.addLatencyRateTotalSensor("surface", category, "compute", RecordingLevel.INFO);
    }
}
