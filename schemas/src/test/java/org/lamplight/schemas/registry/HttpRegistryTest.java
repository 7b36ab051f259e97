package org.lamplight.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.connect.AvroConverter;

/** What the client does when a registry is in trouble. What it does otherwise is tested against real registries. */
class HttpRegistryTest {
    private static final Schema SCHEMA = Schema.create(Schema.Type.STRING);

    private record Answer(int status, String body) {}

    private final List<Answer> answers = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldTryAgainWhenTheRegistryIsInTrouble() {
        answers.add(new Answer(503, "<html>busy</html>"));
        answers.add(new Answer(500, "{\"error_code\":50002}"));
        answers.add(new Answer(429, ""));
        answers.add(new Answer(200, "{\"id\":7}"));

        assertThat(registry(Map.of()).register("t-value", SCHEMA)).isEqualTo(7);
        assertThat(requests).hasSize(4).allMatch(request -> request.startsWith("POST /subjects/t-value/versions"));
    }

    @Test
    void shouldGoOnToTheNextAddress() {
        answers.add(new Answer(200, "{\"id\":7}"));

        assertThat(registry(Map.of(RegistryConfig.URL, "http://127.0.0.1:1," + url()))
                        .register("t-value", SCHEMA))
                .isEqualTo(7);
    }

    @Test
    void shouldGiveUpAfterTheLastRetry() {
        assertThatThrownBy(() -> registry(Map.of(RegistryConfig.URL, "http://127.0.0.1:1"))
                        .register("t-value", SCHEMA))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContainingAll("http://127.0.0.1:1", "4 tries", RegistryConfig.URL);
    }

    @Test
    void shouldGiveUpOnAnAnswerThatDoesNotCome() {
        answers.add(new Answer(0, ""));

        assertThatThrownBy(() -> registry(Map.of(RegistryConfig.READ_TIMEOUT, 50, RegistryConfig.RETRIES, 0))
                        .register("t-value", SCHEMA))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    @Test
    void shouldNotRepeatWhatIsRefused() {
        answers.add(new Answer(409, "{\"error_code\":409,\"message\":\"incompatible\"}"));

        assertThatThrownBy(() -> registry(Map.of()).register("t-value", SCHEMA))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.status()).isEqualTo(409))
                .hasMessageContainingAll("/subjects/t-value/versions", "409", "incompatible");
        assertThat(requests).hasSize(1);
    }

    @Test
    void shouldNotTakeAnyServerForARegistry() {
        answers.add(new Answer(200, "<html>welcome</html>"));
        answers.add(new Answer(200, "{\"schema\":\"{}\",\"schemaType\":\"JSON\"}"));
        answers.add(new Answer(200, "{\"schema\":\"nonsense\"}"));

        assertThatThrownBy(() -> registry(Map.of()).register("t-value", SCHEMA)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> registry(Map.of()).schema(1)).isInstanceOf(RegistryException.class);
        assertThatThrownBy(() -> registry(Map.of()).schema(2)).isInstanceOf(RegistryException.class);
    }

    @Test
    void shouldSendThePassword() {
        answers.add(new Answer(200, "{\"id\":7}"));

        registry(Map.of(RegistryConfig.CREDENTIALS_SOURCE, "USER_INFO", RegistryConfig.USER_INFO, "me:secret"))
                .register("t-value", SCHEMA);

        assertThat(requests).singleElement().asString().endsWith("Basic bWU6c2VjcmV0");
    }

    @Test
    void shouldAskOnlyOnce() {
        answers.add(new Answer(200, "{\"id\":7}"));
        answers.add(new Answer(200, "{\"schema\":\"\\\"string\\\"\"}"));
        SchemaRegistry registry = SchemaRegistry.connect(config(Map.of()));

        assertThat(registry.register("t-value", SCHEMA)).isEqualTo(registry.register("t-value", SCHEMA));
        assertThat(registry.schema(7)).isEqualTo(registry.schema(7)).isEqualTo(SCHEMA);
        assertThat(requests).hasSize(2);
    }

    @Test
    void shouldKeepConnectWaitingWhateverInterruptsIt() {
        answers.addAll(List.of(new Answer(503, ""), new Answer(503, "")));
        answers.add(new Answer(200, "{\"schema\":\"\\\"string\\\"\"}"));
        AvroConverter converter = new AvroConverter();
        converter.configure(Map.of(RegistryConfig.URL, url(), RegistryConfig.RETRIES, 0), false);
        byte[] record = {0, 0, 0, 0, 7, 2, 'a'};
        Thread.currentThread().interrupt();

        assertThat(converter.toConnectData("t", record).value()).isEqualTo("a");
        assertThat(Thread.interrupted()).isTrue();
    }

    private HttpRegistry registry(Map<String, Object> settings) {
        return new HttpRegistry(config(settings));
    }

    private RegistryConfig config(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(Map.of(RegistryConfig.URL, url(), RegistryConfig.RETRY_WAIT, 1));
        all.putAll(settings);
        return new RegistryConfig(all);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Gives the next answer; one with the status 0 never comes. */
    private void answer(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().getFirst("Authorization"));
        Answer answer = answers.remove(0);
        if (answer.status == 0) {
            return;
        }
        try (exchange) {
            byte[] body = answer.body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
