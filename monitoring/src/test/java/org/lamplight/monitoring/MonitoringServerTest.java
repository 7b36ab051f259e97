package org.lamplight.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitoringServerTest {
    private final AtomicReference<Health> health = new AtomicReference<>(Health.STARTING);
    private final HttpClient client = HttpClient.newHttpClient();
    private Metrics metrics;
    private MonitoringServer server;

    @BeforeEach
    void start() throws IOException {
        metrics = new Metrics();
        server = MonitoringServer.start("127.0.0.1", 0, health::get, metrics);
    }

    @AfterEach
    void stop() {
        server.close();
        metrics.close();
    }

    @ParameterizedTest
    @CsvSource({"STARTING, 200, 503", "RUNNING, 200, 200", "WAITING, 200, 503", "FAILED, 503, 503"})
    void shouldTellWhetherToBeLeftRunningAndWhetherItWorks(Health now, int live, int ready) throws Exception {
        health.set(now);

        assertThat(get("/live").statusCode()).isEqualTo(live);
        assertThat(get("/ready").statusCode()).isEqualTo(ready);
        assertThat(get("/ready").body()).isEqualTo(now + "\n");
    }

    @Test
    void shouldShowWhatIsMeasured() throws Exception {
        metrics.show(() -> List.of(
                Metric.counter("lamplight_tests_total", "Tests.", "kind").of(3, "unit")));

        HttpResponse<String> answer = get("/metrics");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue(Metrics.CONTENT_TYPE);
        assertThat(answer.body())
                .contains("lamplight_tests_total{kind=\"unit\"} 3.0", "jvm_memory_used_bytes", "process_files_open");
    }

    @Test
    void shouldRefuseEverythingElse() throws Exception {
        assertThat(get("/").statusCode()).isEqualTo(404);
        assertThat(get("/metrics/more").statusCode()).isEqualTo(404);
        HttpRequest post = request("/live").POST(BodyPublishers.ofString("x")).build();
        assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(405);
        HttpRequest head =
                request("/live").method("HEAD", BodyPublishers.noBody()).build();
        assertThat(client.send(head, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void shouldNotShareItsPort() {
        int port = server.address().getPort();

        assertThatThrownBy(() -> MonitoringServer.start("127.0.0.1", port, health::get, metrics))
                .isInstanceOf(IOException.class);
    }

    @Test
    void shouldBeGoneWhenClosed() {
        server.close();

        assertThatThrownBy(() -> get("/live")).isInstanceOf(ConnectException.class);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.address().resolve(path));
    }
}
