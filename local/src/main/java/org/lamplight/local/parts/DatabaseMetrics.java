package org.lamplight.local.parts;

import static org.lamplight.monitoring.Metric.counter;
import static org.lamplight.monitoring.Metric.gauge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.monitoring.Metric;
import org.lamplight.monitoring.Sample;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the sources and the releases are, from the reporting database: looked up now and then, so that nobody waits. */
public final class DatabaseMetrics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseMetrics.class);
    private static final Duration INTERVAL = Duration.ofSeconds(15);
    private static final Duration RHYTHM_INTERVAL = Duration.ofHours(1);
    private static final String SOURCE = "source";
    /** A source that is silent for so many of its usual gaps is overdue; the alert says the same. */
    private static final int GAPS = 2;

    private static final Metric UP = gauge("lamplight_database_up", "Whether the reporting database answers: 1 or 0.");
    private static final List<Metric> FEED = List.of(
            gauge(
                    "lamplight_source_last_received_timestamp_seconds",
                    "When a report or a rejected row of the source was last received, seconds since 1970.",
                    SOURCE),
            gauge("lamplight_source_reports", "Reports of the source that stand.", SOURCE),
            counter(
                    "lamplight_source_accepted_total",
                    "Reports accepted, corrections and withdrawals included.",
                    SOURCE),
            counter("lamplight_source_rejected_total", "Rows rejected.", SOURCE),
            counter("lamplight_source_other_codes_total", "Codes that the source's mapping does not know.", SOURCE),
            counter("lamplight_source_late_total", "Reports received more than 7 days after they occurred.", SOURCE),
            gauge(
                    "lamplight_source_delay_seconds_p95",
                    "95th percentile of the time from occurrence to receipt.",
                    SOURCE));
    private static final String FEEDS = """
            select source, extract(epoch from last_received_at), incidents, accepted, rejected, other_codes, late, lag_p95_seconds
            from analyst.feed_health
            """;
    private static final Metric RHYTHM = gauge(
            "lamplight_source_usual_gap_seconds",
            "The source's rhythm: 19 in 20 gaps between days with reports were no longer, over the last 26 weeks."
                    + " 7 days until there were 5 gaps.",
            SOURCE);
    private static final String RHYTHMS = """
            with day as (
                select distinct source, received_on from analyst.incident where received_on > current_date - 182
            ),
            gap as (
                select source, received_on - lag(received_on) over (partition by source order by received_on) as days
                from day
            )
            select source,
                86400 * case when count(days) < 5 then 7 else percentile_disc(0.95) within group (order by days) end
            from gap group by source
            """;
    private static final List<Metric> RELEASE = List.of(
            gauge(
                    "lamplight_release_last_published_timestamp_seconds",
                    "When the newest release was published, seconds since 1970."),
            gauge("lamplight_release_held_back", "Counts of the newest release that were held back."));
    private static final String RELEASES = """
            select '', extract(epoch from published_at),
                (select coalesce(sum(counts), 0) from opfcc.release_reason
                where release_reason.release = release.release and reason = 'held back')
            from partner.release order by published_at desc limit 1
            """;

    private final Jdbi jdbi;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "lamplight-database-metrics"));
    private List<Sample> rhythms = List.of();
    private long rhythmsDue = System.nanoTime();
    private volatile List<Sample> samples = List.of();

    private DatabaseMetrics(DataSource database) {
        jdbi = Jdbi.create(database);
    }

    /**
     * Looks from now on.
     *
     * @param database connections of the reporting service, which may take the role of an analyst
     */
    public static DatabaseMetrics start(DataSource database) {
        DatabaseMetrics metrics = new DatabaseMetrics(database);
        var unused =
                metrics.thread.scheduleWithFixedDelay(metrics::look, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
        return metrics;
    }

    /** Everything that is looked up here. */
    public static List<Metric> all() {
        List<Metric> all = new ArrayList<>(List.of(UP, RHYTHM));
        all.addAll(FEED);
        all.addAll(RELEASE);
        return all;
    }

    /**
     * How long nothing has come from each source that has been silent for more than twice its usual gap.
     *
     * @param database connections of the owner of the tables, or of the reporting service
     * @param now what time it is
     */
    public static Map<String, Duration> overdue(DataSource database, Instant now) {
        return Jdbi.create(database).inTransaction(handle -> {
            takeRole(handle);
            Map<String, Double> gaps = values(rows(handle, RHYTHMS, List.of(RHYTHM)), RHYTHM);
            Map<String, Double> last = values(rows(handle, FEEDS, FEED), FEED.get(0));
            Map<String, Duration> overdue = new TreeMap<>();
            last.forEach((source, at) -> {
                Duration silence = Duration.between(Instant.ofEpochSecond(at.longValue()), now);
                if (silence.toSeconds() > GAPS * gaps.getOrDefault(source, Double.POSITIVE_INFINITY)) {
                    overdue.put(source, silence);
                }
            });
            return overdue;
        });
    }

    private static Map<String, Double> values(List<Sample> samples, Metric metric) {
        return samples.stream()
                .filter(sample -> sample.metric().equals(metric))
                .collect(Collectors.toMap(sample -> sample.labels().get(0), Sample::value));
    }

    /** What was found last. */
    public List<Sample> samples() {
        return samples;
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            samples = jdbi.inTransaction(this::read);
        } catch (RuntimeException e) {
            // The next look may succeed; an exception that left here would end them for good.
            LOG.debug("The reporting database does not tell how it is.", e);
            samples = List.of(UP.of(0));
        }
    }

    private List<Sample> read(Handle handle) {
        handle.execute("set transaction read only");
        handle.execute("set local statement_timeout = '10s'");
        takeRole(handle);
        if (System.nanoTime() - rhythmsDue >= 0) {
            rhythms = rows(handle, RHYTHMS, List.of(RHYTHM));
            rhythmsDue = System.nanoTime() + RHYTHM_INTERVAL.toNanos();
        }
        List<Sample> all = new ArrayList<>(rows(handle, FEEDS, FEED));
        all.addAll(rows(handle, RELEASES, RELEASE));
        all.addAll(rhythms);
        all.add(UP.of(1));
        return all;
    }

    /** The reporting service reads views only in the role of a reader; the owner of the tables needs none. */
    private static void takeRole(Handle handle) {
        handle.createQuery("select set_config('role', :role, true) where not has_schema_privilege('analyst', 'usage')")
                .bind("role", DatabaseAccess.roleOf(Principals.ANALYST))
                .mapTo(String.class)
                .findOne();
    }

    /** A row is the value of the label, if there is one, and a value of each metric. */
    private static List<Sample> rows(Handle handle, String sql, List<Metric> metrics) {
        List<Sample> samples = new ArrayList<>();
        handle.createQuery(sql)
                .map((row, context) -> {
                    for (int i = 0; i < metrics.size(); i++) {
                        Metric metric = metrics.get(i);
                        double value = row.getDouble(i + 2);
                        if (!row.wasNull()) {
                            samples.add(
                                    metric.labels().isEmpty() ? metric.of(value) : metric.of(value, row.getString(1)));
                        }
                    }
                    return row.getString(1);
                })
                .list();
        return samples;
    }
}
