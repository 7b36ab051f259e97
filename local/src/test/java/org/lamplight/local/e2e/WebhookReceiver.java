package org.lamplight.local.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A council's web server, which takes what is signed as the standard's own code wants it. It is out of order at first. */
final class WebhookReceiver implements AutoCloseable {
    static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final int UNAVAILABLE = 503;
    private static final int TAKEN = 204;
    private static final int REFUSED = 400;

    private final HttpServer server;
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean inOrder;

    WebhookReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/releases";
    }

    /** From now on it takes what comes. */
    void repair() {
        inOrder = true;
    }

    /** What has been taken, in order. */
    List<String> taken() {
        return List.copyOf(taken);
    }

    /** How many requests have not been taken. */
    int refused() {
        return refused.get();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        int status = inOrder ? verify(exchange, body) : UNAVAILABLE;
        if (status == TAKEN) {
            taken.add(body);
        } else {
            refused.incrementAndGet();
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static int verify(HttpExchange exchange, String body) {
        Map<String, List<String>> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
        try {
            new Webhook(SECRET).verify(body, headers);
            return TAKEN;
        } catch (WebhookVerificationException e) {
            return REFUSED;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
