package org.lamplight.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lamplight.ingest.http.FakeServer.send;
import static org.lamplight.ingest.http.HttpScene.page;
import static org.lamplight.ingest.source.Concerns.rejections;
import static org.lamplight.ingest.source.Concerns.reports;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.ingest.source.FakeWorker;
import org.lamplight.ingest.source.ReportRecords;

class HttpSourceTaskTest {
    @TempDir
    Path root;

    private FakeServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FakeServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldTakeTheItemsOfAPage() {
        server.page("/reports", page(1, 4, "null"));

        List<SourceRecord> records = scene("/reports").worker().drain();

        assertThat(reports(records)).hasSize(3).doesNotHaveDuplicates();
        assertThat(records.get(1).headers().lastWithName(ReportRecords.FILE).value())
                .isEqualTo("/reports");
        assertThat(records.get(1).headers().lastWithName(ReportRecords.LINE).value())
                .isEqualTo(2L);
    }

    @Test
    void shouldFollowLinks() {
        server.page("/reports", page(1, 4, "\"/reports?after=3\""))
                .page("/reports?after=3", page(4, 6, "\"?after=5\""))
                .page("/reports?after=5", page(6, 7, "null"));

        HttpScene scene = scene("/reports").with("paging", "next-link");

        assertThat(reports(scene.worker().drain())).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void shouldFollowCursors() {
        server.page("/reports?size=3", page(1, 4, "\"a b&c\""))
                .page("/reports?size=3&from=a+b%26c", page(4, 5, "\"a b&c\""));

        HttpScene scene = scene("/reports?size=3").with("paging", "cursor").with("paging.parameter", "from");

        assertThat(reports(scene.worker().drain())).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void shouldCountPagesUpToTheFirstEmptyOne() {
        server.page("/reports?page=1", page(1, 4, "null"))
                .page("/reports?page=2", page(4, 5, "null"))
                .page("/reports?page=3", page(0, 0, "null"));
        HttpScene scene = scene("/reports").with("paging", "number");
        FakeWorker worker = scene.worker();
        worker.drain();

        server.page("/reports?page=2", page(4, 6, "null"))
                .page("/reports?page=3", page(6, 7, "null"))
                .page("/reports?page=4", page(0, 0, "null"));

        assertThat(reports(worker.drain())).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void shouldNotGoRoundInCircles() {
        server.page("/a", page(1, 2, "\"/b\"")).page("/b", page(2, 3, "\"/a\""));
        HttpScene scene = scene("/a").with("paging", "next-link").with("poll.interval.ms", 1_000_000);
        FakeWorker worker = scene.worker();

        worker.drain();

        assertThat(server.requests()).containsExactly("/a", "/b", "/a");
    }

    @Test
    void shouldAskOnlyForChangesAndTakeNothingFromAPageThatHasNone() {
        server.on("/reports", exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            send(exchange, same ? 304 : 200, same ? "" : page(1, 4, "null"));
        });

        assertThat(scene("/reports").worker().drain()).hasSize(3);
        assertThat(server.requests()).startsWith("/reports", "/reports (?)").hasSizeGreaterThan(2);
    }

    @Test
    void shouldAskByTimeWhereThereIsNoTag() {
        server.on("/reports", exchange -> {
            exchange.getResponseHeaders().add("Last-Modified", "Sun, 01 Feb 2026 11:00:00 GMT");
            send(exchange, 200, page(1, 4, "null"));
        });

        assertThat(scene("/reports").worker().drain()).hasSize(3);
        assertThat(server.requests()).startsWith("/reports", "/reports (?)");
    }

    @Test
    void shouldTakeOnlyTheItemsThatWereAdded() {
        server.page("/reports", page(1, 4, "null"));
        HttpScene scene = scene("/reports");
        scene.worker().drain();

        server.page("/reports", page(1, 6, "null"));

        assertThat(reports(scene.worker().drain())).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void shouldTakeAPageAgainWhoseItemsHaveChanged() {
        server.page("/reports", page(1, 4, "null"));
        HttpScene scene = scene("/reports");
        FakeWorker worker = scene.worker();
        worker.drain();

        server.page("/reports", page(2, 5, "null"));

        assertThat(reports(worker.drain())).hasSize(6);
        assertThat(reports(scene.store.records()).stream().distinct()).hasSize(4);
    }

    @Test
    void shouldResumeInTheMiddleOfAPage() {
        server.page("/reports", page(1, 6, "null"));
        HttpScene scene = scene("/reports");
        SourceRecord second = scene.worker().drain().get(1);
        HttpScene resumed = scene("/reports");
        resumed.store.put(second.sourcePartition(), second.sourceOffset());

        assertThat(reports(resumed.worker().drain())).hasSize(3);
    }

    @Test
    void shouldWaitAsLongAsTheServerAsks() {
        AtomicInteger asked = new AtomicInteger();
        server.on("/reports", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "600");
            send(exchange, asked.incrementAndGet() == 1 ? 429 : 200, page(1, 2, "null"));
        });
        HttpScene scene = scene("/reports");
        FakeWorker worker = scene.worker();

        worker.poll();
        scene.clock.add(Duration.ofSeconds(599));
        worker.poll();

        assertThat(asked).hasValue(1);
        assertThat(worker.drain()).hasSize(1);
    }

    @Test
    void shouldTryAgainAfterTheServersFaults() {
        AtomicInteger asked = new AtomicInteger();
        server.on("/reports", exchange -> {
            if (asked.incrementAndGet() < 4) {
                send(exchange, 500, "a trace with a name in it");
            } else {
                send(exchange, 200, page(1, 2, "null"));
            }
        });

        assertThat(scene("/reports").with("backoff.first.ms", 10).worker().drain())
                .hasSize(1);
        assertThat(asked).hasValueGreaterThanOrEqualTo(4);
    }

    @Test
    void shouldTryAgainAfterACutConnection() {
        AtomicInteger asked = new AtomicInteger();
        server.on("/reports", exchange -> {
            byte[] whole = page(1, 4, "null").getBytes(StandardCharsets.UTF_8);
            int bytes = asked.incrementAndGet() == 1 ? whole.length / 2 : whole.length;
            exchange.sendResponseHeaders(200, whole.length);
            exchange.getResponseBody().write(whole, 0, bytes);
            exchange.close();
        });

        assertThat(scene("/reports").with("backoff.first.ms", 10).worker().drain())
                .hasSize(3);
    }

    @Test
    void shouldGiveUpOnAPageThatTakesTooLong() {
        CountDownLatch never = new CountDownLatch(1);
        server.on("/reports", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await(never);
        });
        FakeWorker worker = scene("/reports").with("request.timeout.ms", 100).worker();

        worker.poll();
        server.page("/reports", page(1, 2, "null"));

        assertThat(worker.drain()).hasSize(1);
        never.countDown();
    }

    @Test
    void shouldRejectAPageThatIsTooLargeOnce() {
        server.page("/reports", page(1, 200, "null"));
        HttpScene scene = scene("/reports").with("response.max.bytes", 2_000).with("backoff.first.ms", 1);
        FakeWorker worker = scene.worker();
        worker.drain();
        assertThat(rejections(scene.store.records())).containsExactly("/reports:0 file.too-many-bytes");

        server.page("/reports", page(1, 3, "null"));

        assertThat(reports(worker.drain())).hasSize(2);
    }

    @Test
    void shouldRejectAMalformedPageOnceAndReadItWhenItIsMended() {
        server.page("/reports", "<html>sign in</html>");
        HttpScene scene = scene("/reports").with("backoff.first.ms", 1);
        FakeWorker worker = scene.worker();
        worker.drain();
        assertThat(rejections(scene.store.records())).containsExactly("/reports:0 page.malformed");

        server.page("/reports", page(1, 3, "null"));

        assertThat(reports(worker.drain())).hasSize(2);
    }

    @Test
    void shouldRejectBadItemsAndTakeTheRest() {
        server.page("/reports", """
                {"data":{"items":[7,{"Id":"1","Take":"y"},%s]}}""".formatted(
                        org.lamplight.ingest.source.Concerns.items(1, 2).replaceAll("^.|.$", "")));

        List<SourceRecord> records = scene("/reports").worker().drain();

        assertThat(reports(records)).hasSize(1);
        assertThat(rejections(records)).hasSize(2).contains("/reports:1 row.malformed");
    }

    @Test
    void shouldStopWithAClearErrorWhenTheServerRefuses() {
        server.on("/reports?key=secret", exchange -> send(exchange, 401, "a body with a name in it"));
        FakeWorker worker = scene("/reports?key=secret").worker();

        assertThatThrownBy(worker::poll)
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("401")
                .hasMessageContaining("/reports")
                .hasMessageContaining("credentials")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("name in it");
    }

    @Test
    void shouldFollowRedirectsOnTheSameServerOnly() throws IOException {
        server.on("/old", exchange -> redirect(exchange, "/reports")).page("/reports", page(1, 3, "null"));
        assertThat(scene("/old").worker().drain()).hasSize(2);

        try (FakeServer other = new FakeServer()) {
            server.on("/away", exchange -> redirect(exchange, other.url("/reports")));
            FakeWorker worker = scene("/away").with("bearer.token", "t0ken").worker();

            assertThatThrownBy(worker::poll)
                    .isInstanceOf(ConnectException.class)
                    .hasMessageContaining("another server");
            assertThat(other.requests()).isEmpty();
        }
    }

    @Test
    void shouldNotFollowALinkToAnotherServer() {
        server.page("/reports", page(1, 3, "\"https://elsewhere.example/\""));
        FakeWorker worker = scene("/reports").with("paging", "next-link").worker();
        worker.poll();

        assertThatThrownBy(worker::poll).isInstanceOf(ConnectException.class).hasMessageContaining("another server");
    }

    @Test
    void shouldRejectAPageWhoseLinkIsNone() {
        server.page("/reports", page(1, 3, "\"http://[\""));
        HttpScene scene = scene("/reports").with("paging", "next-link");

        assertThat(rejections(scene.worker().drain())).containsExactly("/reports:0 page.malformed");
    }

    @Test
    void shouldSendCredentials() {
        server.page("/reports", page(1, 2, "null"));

        scene("/reports").with("bearer.token", "t0ken").worker().poll();
        scene("/reports")
                .with("basic.user", "me")
                .with("basic.password", "pa\u00df")
                .worker()
                .poll();

        assertThat(server.authorizations()).containsExactly("Bearer t0ken", "Basic bWU6cGHDnw==");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void shouldTakeEachItemOnceHoweverOftenItIsKilled(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < 20; number++) {
            String next = number == 19 ? "null" : "\"/reports?p=" + (number + 1) + "\"";
            server.page("/reports?p=" + number, page(number * 10, number * 10 + 10, next));
        }
        HttpScene scene = scene("/reports?p=0").with("paging", "next-link");
        FakeWorker worker = scene.worker();

        for (int step = 0; step < 60; step++) {
            switch (random.nextInt(6)) {
                case 0 -> worker.crash();
                case 1 -> {
                    worker.commitUntold();
                    worker.crash();
                }
                case 2 -> worker.commit();
                default -> worker.poll();
            }
        }

        assertThat(reports(worker.drain())).hasSize(200).doesNotHaveDuplicates();
        assertThat(scene.store.records())
                .extracting(SourceRecord::sourcePartition)
                .containsOnly(Map.of("source", "tests", "url", server.url("/reports?p=0")));
    }

    private HttpScene scene(String address) {
        return new HttpScene(root, server.url(address));
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().add("Location", to);
        send(exchange, 302, "");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
