package org.lamplight.streams.health;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.lamplight.schemas.Incident;
import org.lamplight.schemas.RejectedRow;
import org.lamplight.streams.health.Feed.Count;
import org.lamplight.streams.register.Change;
import org.lamplight.streams.register.Change.Verdict;
import org.lamplight.streams.rules.Lateness;
import org.lamplight.streams.rules.Version;

/** What one version, or one rejected row, adds to its source's feed. */
public final class FeedEvents {
    private FeedEvents() {}

    /** A row that was rejected. */
    public static Feed of(RejectedRow row) {
        return new Feed(
                Optional.empty(), Optional.of(row.getRejectedAt()), Map.of(Count.REJECTED, 1L), LagHistogram.empty());
    }

    /** A version that reached the register, or a removal of one that stood, which is not of the source's making. */
    public static Feed of(Change change) {
        if (change.version().removal().isPresent()) {
            Map<Count, Long> erased = Map.of(Count.INCIDENTS, -1L, Count.WITHDRAWN, 1L);
            return new Feed(Optional.empty(), Optional.empty(), erased, LagHistogram.empty());
        }
        Optional<Instant> received = Optional.of(change.version().receivedAt());
        if (!change.accepted()) {
            return new Feed(Optional.empty(), received, Map.of(Count.SUPERSEDED, 1L), LagHistogram.empty());
        }
        Optional<Incident> incident = change.version().incident();
        Optional<Duration> lag = lagOfNewReport(change);
        return new Feed(
                incident.map(Incident::getOccurredTo),
                received,
                counts(change, incident, lag),
                lag.map(Duration::toSeconds).map(LagHistogram::of).orElseGet(LagHistogram::empty));
    }

    private static Map<Count, Long> counts(Change change, Optional<Incident> incident, Optional<Duration> lag) {
        Map<Count, Long> counts = new EnumMap<>(Count.class);
        counts.put(Count.ACCEPTED, 1L);
        counts.put(
                Count.INCIDENTS,
                one(change.after().isPresent()) - one(change.before().isPresent()));
        counts.put(
                Count.CORRECTED, one(change.verdict() == Verdict.CORRECTED || change.verdict() == Verdict.REINSTATED));
        counts.put(
                Count.WITHDRAWN,
                one(change.verdict() == Verdict.WITHDRAWN) - one(change.verdict() == Verdict.REINSTATED));
        counts.put(
                Count.OTHER_CODES, (long) incident.map(Incident::getOtherCodes).orElse(0));
        counts.put(Count.LATE, one(lag.filter(Lateness::isLate).isPresent()));
        return counts;
    }

    private static Optional<Duration> lagOfNewReport(Change change) {
        Version version = change.version();
        return change.verdict() == Verdict.NEW
                ? version.incident().map(incident -> Lateness.lag(incident.getOccurredTo(), version.receivedAt()))
                : Optional.empty();
    }

    private static long one(boolean applies) {
        return applies ? 1 : 0;
    }
}
