package org.lamplight.reporting.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;

/** How many requests a client may make: so many a second, and ten times that at once after a rest. */
public final class RateLimits {
    private static final int BURST = 10;
    private static final int CLIENTS = 100_000;

    private final int perSecond;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build();

    /** So many a second for each client. */
    public RateLimits(int perSecond) {
        this.perSecond = perSecond;
    }

    /**
     * Counts a request.
     *
     * @param client whose
     * @return zero if it may be answered, else how long to wait
     */
    public Duration take(String client) {
        ConsumptionProbe probe = buckets.get(client, key -> bucket()).tryConsumeAndReturnRemaining(1);
        return Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    private Bucket bucket() {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity((long) perSecond * BURST).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
