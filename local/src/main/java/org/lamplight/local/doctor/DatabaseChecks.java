package org.lamplight.local.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.local.parts.DatabaseMetrics;
import org.lamplight.sink.DatabaseSetup;

/** Of the reporting database. */
final class DatabaseChecks {
    private static final int OLDEST = 150_000;

    private final DataSource owner;
    private final Clock clock;

    /** With connections of the owner of the tables. */
    DatabaseChecks(DataSource owner, Clock clock) {
        this.owner = owner;
        this.clock = clock;
    }

    List<Check> all() {
        return List.of(
                new Check("PostgreSQL", this::version),
                new Check("tables", this::migrations),
                new Check("clock of PostgreSQL", this::time),
                new Check("sources", this::sources));
    }

    private String version(List<Finding> findings) {
        int number = Integer.parseInt(one("select current_setting('server_version_num')", String.class));
        if (number < OLDEST) {
            findings.add(new Finding("PostgreSQL is older than 15.", "Upgrade the server to PostgreSQL 15 or newer."));
        }
        return one("select current_setting('server_version')", String.class);
    }

    private String migrations(List<Finding> findings) {
        DatabaseSetup setup = new DatabaseSetup(owner);
        List<String> pending = setup.pending();
        if (!pending.isEmpty()) {
            findings.add(new Finding(
                    "The tables lack the migrations " + String.join(", ", pending) + ".",
                    "Start lamplight up, or run lamplight access apply, with this version."));
        }
        setup.unknown()
                .ifPresent(version -> findings.add(new Finding(
                        "The tables were made by a newer Lamplight: they have migration " + version + ".",
                        "Run that version; tables are never taken back.")));
        return setup.version().map(version -> "version " + version).orElse("none yet");
    }

    private String time(List<Finding> findings) {
        OffsetDateTime theirs = one("select clock_timestamp()", OffsetDateTime.class);
        Duration ahead = Duration.between(clock.instant(), theirs.toInstant());
        if (ahead.abs().compareTo(Clocks.MOST) > 0) {
            findings.add(Clocks.finding("PostgreSQL", ahead));
        }
        return ahead.toMillis() + " ms from ours";
    }

    private String sources(List<Finding> findings) {
        Map<String, Duration> ages = DatabaseMetrics.overdue(owner, clock.instant());
        ages.forEach((source, age) -> findings.add(new Finding(
                "Nothing has come from %s for %d days, twice as long as usual.".formatted(source, age.toDays()),
                "Ask the source whether its export runs, and see whether files wait in its inbox.")));
        return one("select count(*) from analyst.feed_health", Long.class) + " have sent reports";
    }

    private <T> T one(String sql, Class<T> type) {
        return Jdbi.create(owner)
                .withHandle(handle -> handle.createQuery(sql).mapTo(type).one());
    }
}
