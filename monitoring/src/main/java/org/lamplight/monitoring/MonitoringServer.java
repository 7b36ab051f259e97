package org.lamplight.monitoring;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers {@code /live} (200, or 503 if the process should be started again), {@code /ready} (200 if it works, else 503)
 * and {@code /metrics} (Prometheus's text format). Knows nothing of reports, and has no access control: it listens where
 * only those reach it who run the process.
 */
public final class MonitoringServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MonitoringServer.class);
    private static final int THREADS = 4;
    private static final String TEXT = "text/plain; charset=utf-8";

    private final HttpServer server;
    private final ExecutorService threads;
    private final String host;

    private MonitoringServer(String host, int port) throws IOException {
        this.host = host;
        this.server = HttpServer.create(new InetSocketAddress(host, port), 0);
        this.threads = Executors.newFixedThreadPool(THREADS, MonitoringServer::thread);
        server.setExecutor(threads);
    }

    /**
     * Starts it.
     *
     * @param host the address to listen on
     * @param port the port; 0 for any free one
     * @param health how the process is at the moment
     * @param metrics what is measured in it
     * @throws IOException if it cannot listen there
     */
    public static MonitoringServer start(String host, int port, Supplier<Health> health, Metrics metrics)
            throws IOException {
        MonitoringServer monitoring = new MonitoringServer(host, port);
        monitoring.answer("/live", () -> answer(health.get(), Health::isLive));
        monitoring.answer("/ready", () -> answer(health.get(), Health::isReady));
        monitoring.answer("/metrics", () -> new Answer(200, Metrics.CONTENT_TYPE, metrics.scrape()));
        monitoring.server.start();
        return monitoring;
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + host + ":" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Answer answer(Health health, Predicate<Health> good) {
        return new Answer(good.test(health) ? 200 : 503, TEXT, health + "\n");
    }

    private void answer(String path, Supplier<Answer> answer) {
        HttpHandler handler = exchange -> {
            // A context also takes what only begins with its path.
            boolean known = exchange.getRequestURI().getPath().equals(path);
            send(exchange, known ? given(exchange, answer) : new Answer(404, TEXT, "Not found\n"));
        };
        server.createContext(path, handler);
    }

    private static Answer given(HttpExchange exchange, Supplier<Answer> answer) {
        if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
            exchange.getResponseHeaders().set("Allow", "GET, HEAD");
            return new Answer(405, TEXT, "Only GET and HEAD\n");
        }
        try {
            return answer.get();
        } catch (RuntimeException e) {
            LOG.error("{} cannot be answered.", exchange.getRequestURI().getPath(), e);
            return new Answer(500, TEXT, "The log says why.\n");
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            boolean head = exchange.getRequestMethod().equals("HEAD");
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : body.length);
            if (!head) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "lamplight-monitoring");
        thread.setDaemon(true);
        return thread;
    }

    private record Answer(int status, String type, String body) {}
}
