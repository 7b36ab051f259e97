package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Open pages hear what has changed, when it has changed. */
class LiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static ReportingFixture service;

    @BeforeAll
    static void start() {
        service = ReportingFixture.start();
        // Until it listens everything counts as changed.
        await().atMost(PATIENCE)
                .until(() -> service.get("/api/collections/feeds/items.json", "analyst")
                                .statusCode()
                        == 200);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void shouldTellOfACommittedChangeAndNotOfOneThatIsTakenBack() {
        try (Stream stream = open("analyst", "")) {
            stream.awaitEvent("hello");
            service.jdbi().useTransaction(handle -> {
                handle.execute("select pg_notify('lamplight', 'hotspot streetsafe')");
                handle.rollback();
            });
            service.jdbi()
                    .useTransaction(handle ->
                            handle.execute("select pg_notify('lamplight', 'hotspot retail,retail.violence')"));

            stream.awaitData("{\"collection\":\"hotspots\",\"categories\":[\"retail\",\"retail.violence\"]}");
            stream.awaitData("{\"collection\":\"source-overlap\",\"categories\":[]}");
            assertThat(stream.lines).noneMatch(line -> line.contains("streetsafe"));
        }
    }

    @Test
    void shouldTellNobodyOfWhatIsNotTheirs() {
        try (Stream council = open("council:" + ReportingFixture.NORTH, "");
                Stream analyst = open("analyst", "")) {
            council.awaitEvent("hello");
            analyst.awaitEvent("hello");

            service.jdbi().useHandle(handle -> {
                handle.execute("select pg_notify('lamplight', 'incident')");
                handle.execute("select pg_notify('lamplight', 'release')");
            });

            analyst.awaitData("{\"collection\":\"incidents\",\"categories\":[]}");
            council.awaitData("{\"collection\":\"released-trends\",\"categories\":[]}");
            assertThat(council.lines).noneMatch(line -> line.contains("incidents") || line.contains("hotspots"));
        }
    }

    @Test
    void shouldTellWhoComesBackWhatTheyMissed() {
        String last;
        try (Stream stream = open("analyst", "")) {
            service.jdbi().useHandle(handle -> handle.execute("select pg_notify('lamplight', 'trend streetsafe')"));
            stream.awaitData("{\"collection\":\"trends\",\"categories\":[\"streetsafe\"]}");
            last = stream.lastId();
        }
        service.jdbi().useHandle(handle -> handle.execute("select pg_notify('lamplight', 'alert retail')"));
        // The service has heard it when the answer is not the one before.
        try (Stream other = open("analyst", last)) {
            other.awaitData("{\"collection\":\"alerts\",\"categories\":", "\"collection\":\"alerts\"");
            assertThat(other.lines).noneMatch(line -> line.contains("\"trends\""));
        }
        try (Stream stranger = open("analyst", "of-another-run")) {
            stranger.awaitData("{\"collection\":\"hotspots\",\"categories\":[]}");
        }
    }

    @Test
    void shouldAskTheDatabaseAgainAfterAChangeOnly() {
        String target = "/api/collections/feeds/items.json?fields=source,accepted";
        String before = service.get(target, "analyst").body();
        service.jdbi().useTransaction(handle -> {
            handle.execute("update lamplight.feed_health set accepted = accepted + 1");
            handle.execute("select pg_notify('lamplight', 'feed_health')");
        });

        await().atMost(PATIENCE)
                .until(() -> !service.get(target, "analyst").body().equals(before));
    }

    @Test
    void shouldGoOnListeningAfterItsConnectionWasLost() {
        try (Stream stream = open("analyst", "")) {
            stream.awaitEvent("hello");
            int seen = stream.lines.size();
            service.loseConnections();

            // Whatever happened meanwhile was not heard, so everything counts as changed.
            await().atMost(PATIENCE)
                    .until(() -> stream.lines.stream().skip(seen).anyMatch(line -> line.contains("\"evaluations\"")));
        }
    }

    private static Stream open(String audience, String lastEvent) {
        return new Stream(service.request("/api/live")
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + service.token(audience))
                .header("Last-Event-ID", lastEvent)
                .build());
    }

    /** An open page. */
    private static final class Stream implements AutoCloseable {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final HttpResponse<java.util.stream.Stream<String>> response;
        private final Thread reader;

        Stream(HttpRequest request) {
            try {
                response = HttpClient.newHttpClient().send(request, BodyHandlers.ofLines());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            assertThat(response.statusCode()).isEqualTo(200);
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("text/event-stream");
            reader = new Thread(() -> {
                try (java.util.stream.Stream<String> body = response.body()) {
                    body.forEach(lines::add);
                } catch (java.io.UncheckedIOException e) {
                    // Closed.
                }
            });
            reader.setDaemon(true);
            reader.start();
        }

        void awaitEvent(String event) {
            await().atMost(PATIENCE).until(() -> lines.contains("event: " + event));
        }

        void awaitData(String... parts) {
            await().atMost(PATIENCE)
                    .until(() -> lines.stream()
                            .anyMatch(line -> line.startsWith("data: ")
                                    && java.util.stream.Stream.of(parts).allMatch(line::contains)));
        }

        String lastId() {
            return lines.stream()
                    .filter(line -> line.startsWith("id: "))
                    .reduce((one, other) -> other)
                    .orElseThrow()
                    .substring(4);
        }

        @Override
        public void close() {
            response.body().close();
        }
    }
}
