package org.lamplight.bench.reporting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** 500 open pages that hear of changes: what one costs, and how long after the commit it hears. */
final class LiveCost {
    private static final int CLIENTS = 500;
    private static final int CHANGES = 40;
    private static final int PATIENCE_SECONDS = 60;
    private static final double KIBIBYTE = 1024;
    private static final Pattern CHANGE = Pattern.compile("change-(\\d+)");

    private final ServiceProcess service;
    private final SplittableRandom random = new SplittableRandom(5);
    private final AtomicInteger greeted = new AtomicInteger();
    /** When each change was committed, in nanoseconds. */
    private final Map<Integer, Long> committed = new ConcurrentHashMap<>();

    /** How long after it every page heard of each, in nanoseconds. */
    private final Queue<Long> delays = new ConcurrentLinkedQueue<>();

    private final AtomicInteger heard = new AtomicInteger();

    LiveCost(ServiceProcess service) {
        this.service = service;
    }

    void run() throws IOException, InterruptedException, SQLException {
        long before = service.bytes();
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(URI.create(service.address() + "/api/live"))
                .header("Authorization", "Bearer " + service.token())
                .build();
        for (int i = 0; i < CLIENTS; i++) {
            var unused = client.sendAsync(request, BodyHandlers.fromLineSubscriber(new Page()));
        }
        await(greeted, CLIENTS);
        System.out.printf(
                Locale.ROOT,
                "%n%d open pages: %.1f KiB each in the service%n",
                CLIENTS,
                (service.bytes() - before) / KIBIBYTE / CLIENTS);
        System.out.printf("%n| changes | p50 ms | p95 ms | p99 ms | max ms |%n|---|---:|---:|---:|---:|%n");
        change("one in 1 to 2 s", 0, 1_000, 2_000);
        change("one in 50 to 150 ms", CHANGES, 50, 150);
    }

    /** Commits changes, so many milliseconds after each other. */
    private void change(String name, int first, int least, int most) throws SQLException, InterruptedException {
        delays.clear();
        heard.set(0);
        String url = "jdbc:postgresql://127.0.0.1:" + service.databasePort() + "/postgres?user=postgres";
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int change = first; change < first + CHANGES; change++) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(least, most));
                statement.execute("select pg_notify('lamplight', 'hotspot change-" + change + "')");
                committed.put(change, System.nanoTime());
                connection.commit();
            }
        }
        await(heard, CHANGES * CLIENTS);
        long[] all = delays.stream().mapToLong(Long::longValue).toArray();
        Figures figures = Figures.of(all, 1);
        double max = Arrays.stream(all).max().orElseThrow() / 1e6;
        System.out.printf(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.1f |%n",
                name,
                figures.p50(),
                figures.p95(),
                figures.p99(),
                max);
    }

    private static void await(AtomicInteger number, int enough) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (number.get() < enough) {
            if (System.nanoTime() > until) {
                throw new IllegalStateException("Only " + number + " of " + enough + " came.");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /** Reads events. */
    private final class Page implements Flow.Subscriber<String> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            long now = System.nanoTime();
            if (line.equals("event: hello")) {
                greeted.incrementAndGet();
            } else if (line.contains("\"hotspots\"")) {
                Matcher change = CHANGE.matcher(line);
                while (change.find()) {
                    long at = committed.get(Integer.parseInt(change.group(1)));
                    delays.add(now - at);
                    heard.incrementAndGet();
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            // The service ended.
        }

        @Override
        public void onComplete() {
            // The service ended.
        }
    }
}
