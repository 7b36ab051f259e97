package org.lamplight.monitoring;

import java.util.List;

/**
 * Something that is measured.
 *
 * @param name its name in Prometheus, with the unit at its end
 * @param kind how it changes
 * @param description what it says
 * @param labels what tells its values apart; few values each, and never anything of a report
 */
public record Metric(String name, Kind kind, String description, List<String> labels) {
    /** How a metric changes. */
    public enum Kind {
        /** Goes up only, but for a start from 0. */
        COUNTER,
        /** Goes up and down. */
        GAUGE
    }

    /** Its labels are kept as they are now. */
    public Metric {
        labels = List.copyOf(labels);
    }

    /** A counter; its name ends in {@code _total}. */
    public static Metric counter(String name, String description, String... labels) {
        return new Metric(name, Kind.COUNTER, description, List.of(labels));
    }

    /** A gauge. */
    public static Metric gauge(String name, String description, String... labels) {
        return new Metric(name, Kind.GAUGE, description, List.of(labels));
    }

    /** A value of it, with the values of its labels in their order. */
    public Sample of(double value, String... labelled) {
        return new Sample(this, List.of(labelled), value);
    }
}
