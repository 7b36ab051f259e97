package org.lamplight.monitoring;

import java.util.List;

/**
 * A value of a metric.
 *
 * @param metric what was measured
 * @param labels the values of the metric's labels, in their order
 * @param value what was found
 */
public record Sample(Metric metric, List<String> labels, double value) {
    /** Refuses what does not fit the metric. */
    public Sample {
        labels = List.copyOf(labels);
        if (labels.size() != metric.labels().size()) {
            throw new IllegalArgumentException(metric.name() + " has the labels " + metric.labels() + ".");
        }
    }
}
