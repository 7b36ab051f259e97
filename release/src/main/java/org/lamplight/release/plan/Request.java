package org.lamplight.release.plan;

import java.time.LocalDate;
import javax.crypto.SecretKey;

/**
 * What is asked for.
 *
 * @param release id of the release, which every row carries
 * @param today local date of the release
 * @param settleDays days after its last day from which a period may be released
 * @param fill least share of the wards of a product that must be safe for wards to be released, 0 to 1
 * @param key the release key, for HMAC-SHA-256: by it nobody outside can tell why of two equal cells one was withheld
 */
public record Request(String release, LocalDate today, int settleDays, double fill, SecretKey key) {}
