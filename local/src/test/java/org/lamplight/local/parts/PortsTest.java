package org.lamplight.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.lamplight.local.config.Port;

class PortsTest {
    @Test
    void shouldFindAFreeOne() {
        assertThat(Ports.choose(new Port(0), "kafka.port", "Kafka broker")).isPositive();
    }

    @Test
    void shouldSayWhichSettingToChangeWhenOneIsInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Port port = new Port(taken.getLocalPort());

            assertThatThrownBy(() -> Ports.choose(port, "kafka.port", "Kafka broker"))
                    .isInstanceOf(StartException.class)
                    .hasMessageContaining("Port " + port.number() + ", where the Kafka broker would listen, is in use")
                    .hasMessageContaining("kafka.port")
                    .hasMessageContaining("LAMPLIGHT_KAFKA_PORT");
        }
    }
}
