package org.lamplight.local.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.lamplight.local.Progress;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.schemas.Topics;
import org.lamplight.sink.AgedRows;
import org.lamplight.streams.StreamsSettings;

/** Removes whatever has been kept as long as it may be, wherever it is. docs/PRIVACY.md says what that is. */
public final class Retention {
    private final ReportRetention reports;
    private final FileRetention files;
    private final AgedRows rejected;
    private final AgedRows accessLog;
    private final Duration accessLogKept;
    private final Sweep sweep;
    private final Clock clock;

    /**
     * Does nothing yet.
     *
     * @param config what is kept, and for how long
     * @param client settings of a client that logs in to the cluster as {@code retention}
     * @param database the reporting database, likewise
     * @param clock what time it is
     * @param progress hears how far it is
     */
    public Retention(
            LamplightConfig config, Map<String, String> client, DataSource database, Clock clock, Progress progress) {
        this.reports = new ReportRetention(config, client, progress);
        this.files = new FileRetention(config);
        this.rejected = AgedRows.rejected(database);
        this.accessLog = AgedRows.accessLog(database);
        this.accessLogKept = config.retention().accessLog();
        this.sweep = new Sweep(
                client, config.streams().settings().getOrDefault("application.id", StreamsSettings.APPLICATION_ID));
        this.clock = clock;
    }

    /** Removes what is due, and says what that was. */
    public List<Removed> run() {
        List<Removed> removed = remove(false);
        sweep.run();
        return removed;
    }

    /** Says what is due, and removes nothing. */
    public List<Removed> dryRun() {
        return remove(true);
    }

    private List<Removed> remove(boolean dryRun) {
        Instant now = clock.instant();
        List<Removed> removed = new ArrayList<>(files.run(now, dryRun));
        removed.addAll(reports.run(now, dryRun));
        removed.addAll(rows(rejected, Topics.REJECTED_RETENTION, now, dryRun));
        removed.addAll(rows(accessLog, accessLogKept, now, dryRun));
        removed.sort(Comparator.comparing(Removed::source).thenComparing(Removed::store));
        return removed;
    }

    private static List<Removed> rows(AgedRows table, Duration kept, Instant now, boolean dryRun) {
        Instant before = now.minus(kept);
        return (dryRun ? table.count(before) : table.delete(before))
                .entrySet().stream()
                        .map(rows -> new Removed(rows.getKey(), table.table(), rows.getValue(), kept))
                        .toList();
    }
}
