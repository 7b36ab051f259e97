package org.lamplight.bench.reporting;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lamplight.areas.AreaBook;
import org.lamplight.reporting.ReportingServer;
import org.lamplight.reporting.ReportingSettings;
import org.lamplight.reporting.access.Audiences;
import org.lamplight.reporting.access.LocalTokens;

/**
 * The reporting service before a full database, as a program of its own: whoever asks it shares neither its heap nor its
 * compiler. It prints where it is, and for each line that it is sent how much memory it uses.
 */
final class FullService {
    /** What each line begins with that it prints. */
    static final String ANSWER = "service: ";

    private static final int NO_LIMIT = 1_000_000;
    /** As many as usual. */
    private static final int CONNECTIONS = 8;

    private static final int COLLECTIONS = 3;
    private static final byte[] KEY = "a key for benchmarks, of 32 bytes or more".getBytes(StandardCharsets.UTF_8);

    private FullService() {}

    /** Takes no arguments; ends with its input. */
    public static void main(String[] args) throws IOException {
        AreaBook book = AreaBook.northamptonshire();
        LocalTokens tokens = new LocalTokens(KEY, Clock.systemUTC());
        Audiences audiences =
                new Audiences("lamplight_analyst", "lamplight_opfcc", "lamplight_public", List.of(), false);
        ReportingSettings settings =
                new ReportingSettings("127.0.0.1", 0, Optional.empty(), NO_LIMIT, CONNECTIONS, Optional.empty());
        try (EmbeddedPostgres postgres = FullDatabase.start(book);
                ReportingServer server = ReportingServer.start(
                        settings,
                        postgres.getDatabase("lamplight_reporting", "postgres"),
                        book,
                        audiences,
                        tokens,
                        Clock.systemUTC());
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            String token = tokens.issue("bench", "analyst", Duration.ofHours(12));
            System.out.println(ANSWER + String.join(" ", server.address().toString(), "" + postgres.getPort(), token));
            while (in.readLine() != null) {
                System.out.println(ANSWER + bytes());
            }
        }
    }

    /** On the heap after a collection, and in buffers beside it. */
    private static long bytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        long direct = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() + direct;
    }
}
