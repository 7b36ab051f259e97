package org.lamplight.ingest.mapping;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/**
 * A kind of report: the contract that its sources are mapped to.
 *
 * @param id its name in a mapping
 * @param topic the topic that reports of this kind go to
 * @param pseudonymised the fields that hold a pseudonym in place of what the source wrote
 * @param retention how long a report is kept after it was last received, where its source's configuration does not say
 */
public record Kind(String id, Topic<?> topic, Set<String> pseudonymised, Duration retention) {
    /** A place where a member of the public felt unsafe. */
    public static final Kind SAFETY_CONCERN = new Kind("safety-concern", Topics.SAFETY_CONCERN, Set.of(), years(5));
    /** A hate incident told to a third party. */
    public static final Kind HATE_REFERRAL = new Kind("hate-referral", Topics.HATE_REFERRAL, Set.of(), years(1));
    /** A shop's submission about crime against it. */
    public static final Kind RETAIL_SUBMISSION =
            new Kind("retail-submission", Topics.RETAIL_SUBMISSION, Set.of("premises"), years(2));

    /** Every kind by its id. */
    static final NavigableMap<String, Kind> BY_ID = Collections.unmodifiableNavigableMap(new TreeMap<>(Map.of(
            SAFETY_CONCERN.id,
            SAFETY_CONCERN,
            HATE_REFERRAL.id,
            HATE_REFERRAL,
            RETAIL_SUBMISSION.id,
            RETAIL_SUBMISSION)));

    /** The field that holds source, version, time and place, which the mapping's own keys fill. */
    static final String REPORT = "report";

    /** Copies the set. */
    public Kind {
        pseudonymised = Set.copyOf(pseudonymised);
    }

    /** The kind whose reports a topic holds. */
    public static Kind of(Topic<?> topic) {
        return BY_ID.values().stream()
                .filter(kind -> kind.topic.equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private static Duration years(int years) {
        return Duration.ofDays(365L * years);
    }

    /** What a report of this kind holds. */
    public Schema schema() {
        return topic.schema();
    }
}
