package org.lamplight.local.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.local.parts.StartException;
import org.lamplight.monitoring.connect.MonitoringExtension;

/** Every running part says how it is. */
class MonitoringTest {
    @TempDir
    private static Path home;

    private static RunningPlatform lamplight;

    @BeforeAll
    static void start() {
        lamplight = new RunningPlatform(home, """
                        streams.run = external, reporting.run = external, release.at = off
                        connect.worker { rest.extension.classes = %s }
                        """.formatted(MonitoringExtension.class.getName()));
    }

    @AfterAll
    static void stop() {
        lamplight.close();
    }

    @Test
    void shouldTellHowAPlatformIs() throws Exception {
        assertHealth(lamplight.platform().monitoring(), 200, 200);
        soon(() -> assertThat(get(lamplight.platform().monitoring(), "metrics").body())
                .contains("jvm_threads_live_threads", "lamplight_database_up 1.0", "state=\"running\"} 1.0"));
    }

    @Test
    void shouldTellHowAWorkerIsByItsOwnRestApi() throws Exception {
        URI worker = lamplight.platform().addresses().connect();

        assertHealth(worker, 200, 200);
        assertThat(get(worker, "metrics").body()).contains("jvm_threads_live_threads", "kafka_connect_tasks");
        assertThat(get(worker, "connectors").body()).contains("reporting");
    }

    @Test
    void shouldTellHowTheStreamsApplicationIsThatRunsElsewhere() throws Exception {
        URI bootstrap = URI.create("kafka://" + lamplight.platform().addresses().bootstrapServers());
        URI registry = lamplight.platform().addresses().registry();
        Files.writeString(
                home.resolve("lamplight.conf"),
                "kafka.port = %d, registry.port = %d, monitoring.port = 0"
                        .formatted(bootstrap.getPort(), registry.getPort()));

        try (RunningCommand streams = new RunningCommand(home, "streams")) {
            soon(() -> assertHealth(streams.monitoring(), 200, 200));
            assertThat(streams.stop()).isZero();
        }
    }

    @Test
    void shouldTellThatTheReportingServiceWaitsForItsDatabase(@TempDir Path elsewhere) throws Exception {
        Files.writeString(
                elsewhere.resolve("lamplight.conf"),
                "database.url = \"jdbc:postgresql://127.0.0.1:1/none\", reporting.port = 0, monitoring.port = 0");

        try (RunningCommand reporting = new RunningCommand(elsewhere, "reporting")) {
            assertHealth(reporting.monitoring(), 200, 503);
            assertThat(reporting.stop()).isZero();
        }
    }

    @Test
    void shouldRefuseAPortInUseBeforeAnythingStarts(@TempDir Path elsewhere) {
        int taken = lamplight.platform().monitoring().getPort();

        assertThatThrownBy(() -> new RunningPlatform(elsewhere, "monitoring.port = " + taken))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("monitoring.port");
        assertThat(elsewhere.resolve("data/broker")).doesNotExist();
    }

    private static void assertHealth(URI address, int live, int ready) throws IOException, InterruptedException {
        assertThat(get(address, "live").statusCode()).isEqualTo(live);
        assertThat(get(address, "ready").statusCode()).isEqualTo(ready);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(assertion);
    }

    private static HttpResponse<String> get(URI address, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(address.resolve("/" + path)).build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
