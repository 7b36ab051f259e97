package org.lamplight.monitoring;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Shows samples, which come and go as what is measured does. */
final class Collector implements MultiCollector {
    private static final String TOTAL = "_total";

    private final Supplier<List<Sample>> read;

    Collector(Supplier<List<Sample>> read) {
        this.read = read;
    }

    @Override
    public MetricSnapshots collect() {
        Map<Metric, List<Sample>> samples = read.get().stream().collect(Collectors.groupingBy(Sample::metric));
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        samples.forEach((metric, values) -> all.metricSnapshot(snapshot(metric, values)));
        return all.build();
    }

    private static MetricSnapshot snapshot(Metric metric, List<Sample> samples) {
        return metric.kind() == Metric.Kind.COUNTER ? counter(metric, samples) : gauge(metric, samples);
    }

    private static MetricSnapshot counter(Metric metric, List<Sample> samples) {
        CounterSnapshot.Builder counter = CounterSnapshot.builder()
                .name(metric.name().substring(0, metric.name().length() - TOTAL.length()))
                .help(metric.description());
        samples.forEach(sample -> counter.dataPoint(CounterDataPointSnapshot.builder()
                .labels(labels(sample))
                .value(sample.value())
                .build()));
        return counter.build();
    }

    private static MetricSnapshot gauge(Metric metric, List<Sample> samples) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name(metric.name()).help(metric.description());
        samples.forEach(sample -> gauge.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels(sample))
                .value(sample.value())
                .build()));
        return gauge.build();
    }

    private static Labels labels(Sample sample) {
        return Labels.of(sample.metric().labels(), sample.labels());
    }
}
