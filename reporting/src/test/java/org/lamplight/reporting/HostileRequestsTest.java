package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that mean harm, or were made by mistake: the right status, a sentence, and a service that goes on. */
class HostileRequestsTest {
    private static final int MANY = 10_000;

    private static ReportingFixture service;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND"})
    void shouldOnlyRead(String method) {
        HttpResponse<String> answer = service.send(
                service.request("/api/collections/areas/items.json").method(method, BodyPublishers.ofString("x")));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD");
    }

    @Test
    void shouldNotReadWhatNobodyAskedFor() {
        try {
            HttpResponse<String> answer =
                    service.send(service.request("/api").POST(BodyPublishers.ofString("x".repeat(50_000_000))));
            assertThat(answer.statusCode()).isEqualTo(405);
        } catch (UncheckedIOException e) {
            // It hung up before all was sent, and the answer was lost with the connection.
        }

        assertThat(service.get("/api").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /../../etc/passwd HTTP/1.1 | 4",
                "GET /assets/../../../etc/passwd HTTP/1.1 | 4",
                "GET /assets/%2e%2e/%2e%2e/secrets HTTP/1.1 | 4",
                "GET /assets/..%2f..%2fx HTTP/1.1 | 4",
                "GET /webjars/leaflet/../../../x HTTP/1.1 | 4",
                "GET /assets//etc/passwd HTTP/1.1 | 4",
                "GET /assets/.hidden HTTP/1.1 | 4",
                "GET /META-INF/MANIFEST.MF HTTP/1.1 | 4",
                "GET /org/lamplight/reporting/Api.class HTTP/1.1 | 4",
                "GET /api/collections/../../x HTTP/1.1 | 4",
                "GET /api/collections/areas/items.json?x=%zz HTTP/1.1 | 4",
                "GET /api/collections/areas/items.json?limit=%ff%fe HTTP/1.1 | 4",
                "GET /api/collections/areas/items.exe HTTP/1.1 | 404",
                "GET /api/collections/areas%00/items HTTP/1.1 | 4",
                "GET /api/%0d%0aSet-Cookie:x HTTP/1.1 | 4",
                "GET /nothing HTTP/1.1 | 404",
                "GET / HTTP/9.9 | 505",
                "BREW / HTTP/1.1 | 405",
                "nonsense | 4",
            })
    void shouldRefuse(String request, String status) throws IOException {
        String answer = raw(request.strip() + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status.strip());
        assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("set-cookie")
                .doesNotContain("exception")
                .doesNotContain("org.lamplight")
                .doesNotContain("jetty")
                .doesNotContain("root:");
    }

    @Test
    void shouldRefuseHeadersThatAreTooLong() throws IOException {
        String answer = raw("GET /api HTTP/1.1\r\nHost: localhost\r\nX: " + "x".repeat(100_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 431");
    }

    @Test
    void shouldTellAClientThatAsksTooMuchWhenToGoOn() {
        try (ReportingFixture strict = ReportingFixture.start(Optional.empty(), false, 1, Clock.systemUTC())) {
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                answers.add(strict.get("/api", "analyst"));
            }

            HttpResponse<String> last = answers.get(answers.size() - 1);
            assertThat(answers.get(0).statusCode()).isEqualTo(200);
            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After").orElseThrow()).matches("\\d+");
            assertThat(strict.get("/api").statusCode()).as("another client").isEqualTo(200);
        }
    }

    @Test
    void shouldServeOthersWhileManyHoldConnectionsAndSayNothing() throws IOException {
        List<SocketChannel> held = new ArrayList<>();
        InetSocketAddress address = new InetSocketAddress(
                InetAddress.getLoopbackAddress(), service.address().getPort());
        try (SocketChannel slow = SocketChannel.open(address)) {
            slow.write(java.nio.ByteBuffer.wrap("GET /api HTTP/1.1\r\nHost: ".getBytes(StandardCharsets.US_ASCII)));
            for (int i = 0; i < MANY; i++) {
                SocketChannel channel = SocketChannel.open();
                held.add(channel);
                channel.configureBlocking(false);
                channel.connect(address);
            }
        } catch (IOException e) {
            // This machine lets nobody have so many; they are enough.
        } finally {
            for (SocketChannel channel : held) {
                channel.close();
            }
        }

        assertThat(service.get("/api").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldGiveUpQuestionsThatTakeTooLongAndStillAnswerOthers() throws Exception {
        String feeds = "/api/collections/feeds/items.json?limit=";
        try (var blocking = service.jdbi().open()) {
            blocking.begin();
            blocking.execute("lock table lamplight.feed_health in access exclusive mode");
            // More than there are connections: some wait for the table, and some for a connection.
            var waiting = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (int i = 1; i <= 8; i++) {
                String target = feeds + i;
                waiting.add(CompletableFuture.supplyAsync(
                        () -> service.get(target, "analyst"), task -> new Thread(task).start()));
            }
            List<String> bodies = new ArrayList<>();
            for (var each : waiting) {
                HttpResponse<String> answer = each.get();
                assertThat(answer.statusCode()).isEqualTo(503);
                bodies.add(answer.body());
            }
            assertThat(bodies)
                    .anyMatch(body -> body.contains("takes too long"))
                    .anyMatch(body -> body.contains("does not answer at the moment"));
            blocking.rollback();
        }

        assertThat(service.get(feeds + 1, "analyst").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldSayThatTheDatabaseIsAwayAndGoOnWhenItIsBack() {
        service.execute("alter role lamplight_reporting nologin");
        service.loseConnections();
        try {
            HttpResponse<String> answer = service.get("/api/collections/areas/items.json?limit=7");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("does not answer at the moment");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        } finally {
            service.execute("alter role lamplight_reporting login");
        }

        org.awaitility.Awaitility.await()
                .atMost(java.time.Duration.ofSeconds(60))
                .until(() ->
                        service.get("/api/collections/areas/items.json?limit=7").statusCode() == 200);
    }

    @Test
    void shouldTellBrowsersWhatThePageMayDo() {
        HttpResponse<String> answer = service.get("/api");

        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("Server")).isEmpty();
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), service.address().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            } catch (IOException e) {
                // Refused before all of it was read.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
