package org.lamplight.schemas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.lamplight.schemas.Topic.Cleanup;
import org.lamplight.schemas.Topic.Cleanup.Compact;
import org.lamplight.schemas.Topic.Cleanup.Delete;

/** Every topic of the pipeline; topics are created from here and nowhere else. */
public final class Topics {
    /** How long rows that could not be taken, and dead letters, are kept: long enough to mend what was wrong. */
    public static final Duration REJECTED_RETENTION = Duration.ofDays(90);

    private static final int PARTITIONS = 4;
    private static final Compact LATEST = new Compact(false);
    // Versions of a report may come out of order: one that is overwritten before it was read may be the one that
    // stands.
    private static final Compact LATEST_ONCE_READ = new Compact(true);
    private static final Delete NEVER = new Delete(Optional.empty());

    /** Places where people felt unsafe, as received. */
    public static final Topic<SafetyConcern> SAFETY_CONCERN =
            new Topic<>("intake.safety-concern", SafetyConcern.class, PARTITIONS, LATEST_ONCE_READ);
    /** Hate incidents told to a third party, as received. */
    public static final Topic<HateReferral> HATE_REFERRAL =
            new Topic<>("intake.hate-referral", HateReferral.class, PARTITIONS, LATEST_ONCE_READ);
    /** Shops' submissions about crime, as received. */
    public static final Topic<RetailSubmission> RETAIL_SUBMISSION =
            new Topic<>("intake.retail-submission", RetailSubmission.class, PARTITIONS, LATEST_ONCE_READ);
    /** Rows that could not be taken. */
    public static final Topic<RejectedRow> REJECTED =
            new Topic<>("intake.rejected", RejectedRow.class, PARTITIONS, new Delete(Optional.of(REJECTED_RETENTION)));
    /** The latest version of every report, de-identified. */
    public static final Topic<Incident> INCIDENT = new Topic<>("core.incident", Incident.class, PARTITIONS, LATEST);
    /** The surface of every category. */
    public static final Topic<Hotspot> HOTSPOT = new Topic<>("analyst.hotspot", Hotspot.class, PARTITIONS, LATEST);
    /** Places that get more than their past share, neighbours as one. */
    public static final Topic<Alert> ALERT = new Topic<>("analyst.alert", Alert.class, PARTITIONS, LATEST);
    /** Counts and rates of every area, category and period. */
    public static final Topic<Trend> TREND = new Topic<>("analyst.trend", Trend.class, PARTITIONS, LATEST);
    /** Outcome rates of every area and period. */
    public static final Topic<OutcomeRate> OUTCOME =
            new Topic<>("analyst.outcome", OutcomeRate.class, PARTITIONS, LATEST);
    /** Whether what was done in one place changed its counts. */
    public static final Topic<Evaluation> EVALUATION =
            new Topic<>("analyst.evaluation", Evaluation.class, PARTITIONS, LATEST);
    /** How each source is doing. */
    public static final Topic<FeedHealth> FEED_HEALTH = new Topic<>("analyst.feed-health", FeedHealth.class, 1, LATEST);

    /** What is released about the whole force. */
    public static final Topic<ReleasedTrend> PARTNER_COUNTY = partner("county");
    /** What each release consists of: a release is out once it stands here. */
    public static final Topic<Release> RELEASE_LOG = new Topic<>("release.log", Release.class, 1, NEVER);

    /**
     * Reports that could not be read, as they came and under the keys with which they came: the same access and erasure
     * as the intake topics. Its values are bytes of any kind, so it has no schema.
     */
    public static final String DEAD_LETTER = "core.dead-letter";

    /** What the broker does with old dead letters: an erased report's are overwritten by a tombstone of its key. */
    public static final Cleanup DEAD_LETTER_CLEANUP = LATEST;

    /** The topics that ingest writes and only the streams application reads. */
    public static final List<Topic<?>> INTAKE = List.of(SAFETY_CONCERN, HATE_REFERRAL, RETAIL_SUBMISSION);

    /** The topics whose rows the sink keeps as tables. */
    public static final List<Topic<?>> TABLES =
            List.of(INCIDENT, HOTSPOT, ALERT, TREND, OUTCOME, EVALUATION, FEED_HEALTH, REJECTED);

    /** All that exist whatever the area book; each of its councils adds one. */
    public static final List<Topic<?>> ALL = List.of(
            SAFETY_CONCERN,
            HATE_REFERRAL,
            RETAIL_SUBMISSION,
            REJECTED,
            INCIDENT,
            HOTSPOT,
            ALERT,
            TREND,
            OUTCOME,
            EVALUATION,
            FEED_HEALTH,
            PARTNER_COUNTY,
            RELEASE_LOG);

    private Topics() {}

    /**
     * What is released to one partner: facts, not a changelog, so nothing is ever overwritten or deleted.
     *
     * @param partner name of the partner in lower case, words joined by hyphens
     */
    public static Topic<ReleasedTrend> partner(String partner) {
        // One partition, so that a release is read in the order of its rows.
        return new Topic<>("partner." + partner + ".trend", ReleasedTrend.class, 1, NEVER);
    }
}
