package org.lamplight.local.doctor;

import java.time.Duration;

/** How far clocks may be apart. */
final class Clocks {
    /** Reports are stamped with a machine's time, and days end by it. */
    static final Duration MOST = Duration.ofSeconds(5);

    private Clocks() {}

    static Finding finding(String whose, Duration ahead) {
        return new Finding(
                "%s's clock is %d s %s this machine's."
                        .formatted(
                                whose,
                                Math.round(ahead.abs().toMillis() / 1000.0),
                                ahead.isNegative() ? "behind" : "ahead of"),
                "Let both keep time by NTP (timedatectl set-ntp true).");
    }
}
