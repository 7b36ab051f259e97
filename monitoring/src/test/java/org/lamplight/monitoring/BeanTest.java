package org.lamplight.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BeanTest {
    private static final MBeanServer SERVER = ManagementFactory.getPlatformMBeanServer();
    private static final String PATTERN = "lamplight.test:type=reader,client=*,topic=*";

    private final List<ObjectName> registered = new ArrayList<>();

    @AfterEach
    void clear() throws JMException {
        for (ObjectName name : registered) {
            SERVER.unregisterMBean(name);
        }
    }

    @Test
    void shouldMakeOneSampleOfThreadsAndInstances() throws Exception {
        register("a-0a1b2c3d-0000-4000-8000-0123456789ab-StreamThread-1-consumer", "t.x", 3);
        register("a-0a1b2c3d-0000-4000-8000-0123456789ab-StreamThread-2-consumer", "t.x", 4);
        register("\"b\"", "t.x", 5);

        Bean bean = Bean.gauge("lag", "Lag.", PATTERN, "Millis").by("client", "client");

        assertThat(bean.samples())
                .containsExactlyInAnyOrder(
                        bean.metric().of(7, "a-consumer"), bean.metric().of(5, "b"));
        assertThat(bean.greatest().samples()).contains(bean.metric().of(4, "a-consumer"));
        assertThat(bean.millis().samples()).contains(bean.metric().of(0.005, "b"));
    }

    @Test
    void shouldLetNoValueSayNothingAboutOthers() throws Exception {
        register("a", "t.x", Double.NaN);
        register("a", "t.y", 2);
        register("b", "t.x", Double.NaN);

        Bean bean = Bean.gauge("lag", "Lag.", PATTERN, "Millis").by("client", "client");

        assertThat(bean.samples())
                .containsExactlyInAnyOrder(
                        bean.metric().of(2, "a"), bean.metric().of(Double.NaN, "b"));
    }

    @Test
    void shouldTakeOnlyWhatIsMeant() throws Exception {
        register("a", "t.x", 1);
        register("a", "t_x", 1);

        Bean bean = Bean.counter("lag_total", "Lag.", PATTERN, "Millis").only("topic", "[^_]+");

        assertThat(bean.samples()).containsExactly(bean.metric().of(1));
        assertThat(Bean.gauge("none", "None.", PATTERN, "Other").samples()).isEmpty();
    }

    /** What an MBean shows. */
    public interface ReaderMBean {
        /** A number. */
        double getMillis();
    }

    /** An MBean of a number. */
    public record Reader(double millis) implements ReaderMBean {
        @Override
        public double getMillis() {
            return millis;
        }
    }

    private void register(String client, String topic, double millis) throws JMException {
        ObjectName name = new ObjectName("lamplight.test:type=reader,client=" + client + ",topic=" + topic);
        SERVER.registerMBean(new Reader(millis), name);
        registered.add(name);
    }
}
