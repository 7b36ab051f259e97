package org.lamplight.monitoring;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * A metric that is read from MBeans. Those with the same values of its labels are one sample, so how many samples there
 * are does not depend on how many partitions, threads or clients there are.
 *
 * @param metric what it becomes
 * @param pattern which MBeans
 * @param attribute which of their attributes
 * @param factor from its unit to the metric's
 * @param fold makes one of the values of several MBeans
 * @param keys the key of an MBean's name for each label
 * @param only what the values of keys must look like
 */
record Bean(
        Metric metric,
        ObjectName pattern,
        String attribute,
        double factor,
        DoubleBinaryOperator fold,
        Map<String, String> keys,
        Map<String, Pattern> only) {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    /** What instances and threads of an application add to the names of their clients, and what is around a pool's. */
    private static final Pattern NOISE =
            Pattern.compile("-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|-StreamThread-\\d+|^Pool \\(|\\)$");

    /** The sum of an attribute over these MBeans. */
    static Bean counter(String name, String description, String pattern, String attribute) {
        return new Bean(
                Metric.counter(name, description), name(pattern), attribute, 1, Double::sum, Map.of(), Map.of());
    }

    /** The sum of an attribute over these MBeans. */
    static Bean gauge(String name, String description, String pattern, String attribute) {
        return new Bean(Metric.gauge(name, description), name(pattern), attribute, 1, Double::sum, Map.of(), Map.of());
    }

    /** The greatest instead of the sum. */
    Bean greatest() {
        return new Bean(metric, pattern, attribute, factor, Math::max, keys, only);
    }

    /** For an attribute in milliseconds. */
    Bean millis() {
        return new Bean(metric, pattern, attribute, 0.001, fold, keys, only);
    }

    /** A sample for each value of a key. */
    Bean by(String label, String key) {
        List<String> labels = new ArrayList<>(metric.labels());
        labels.add(label);
        Map<String, String> more = new LinkedHashMap<>(keys);
        more.put(label, key);
        Metric labelled = new Metric(metric.name(), metric.kind(), metric.description(), labels);
        return new Bean(labelled, pattern, attribute, factor, fold, more, only);
    }

    /** Only MBeans where the value of a key looks like this. */
    Bean only(String key, String regex) {
        Map<String, Pattern> more = new LinkedHashMap<>(only);
        more.put(key, Pattern.compile(regex));
        return new Bean(metric, pattern, attribute, factor, fold, keys, more);
    }

    /** What there is of it now. */
    Stream<Sample> samples() {
        Map<List<String>, Double> values = new LinkedHashMap<>();
        for (ObjectName bean : SERVER.queryNames(pattern, null)) {
            if (isMeant(bean)) {
                value(bean).ifPresent(value -> values.merge(labels(bean), value, this::both));
            }
        }
        return values.entrySet().stream().map(entry -> new Sample(metric, entry.getKey(), entry.getValue()));
    }

    private boolean isMeant(ObjectName bean) {
        return only.entrySet().stream()
                .allMatch(condition -> condition
                        .getValue()
                        .matcher(key(bean, condition.getKey()))
                        .matches());
    }

    private List<String> labels(ObjectName bean) {
        return keys.values().stream()
                .map(key -> NOISE.matcher(key(bean, key)).replaceAll(""))
                .toList();
    }

    /** What has not happened lately has no mean and no greatest value: NaN, which says nothing about others. */
    private double both(double one, double other) {
        if (Double.isNaN(one)) {
            return other;
        }
        return Double.isNaN(other) ? one : fold.applyAsDouble(one, other);
    }

    private Optional<Double> value(ObjectName bean) {
        try {
            return SERVER.getAttribute(bean, attribute) instanceof Number number
                    ? Optional.of(number.doubleValue() * factor)
                    : Optional.empty();
        } catch (JMException | RuntimeException e) {
            // Gone since it was found, or one of several kinds with such a name.
            return Optional.empty();
        }
    }

    private static String key(ObjectName bean, String key) {
        String value = bean.getKeyProperty(key);
        return value.startsWith("\"") ? ObjectName.unquote(value) : value;
    }

    private static ObjectName name(String pattern) {
        try {
            return new ObjectName(pattern);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
