package org.lamplight.local.demo;

import java.time.LocalDateTime;
import java.time.ZoneId;

/** Local time of the county. */
final class London {
    static final ZoneId ZONE = ZoneId.of("Europe/London");

    private London() {}

    /** The same local time, or two hours on where a change of the clocks leaves it out or has it twice. */
    static LocalDateTime unambiguous(LocalDateTime local) {
        return ZONE.getRules().getValidOffsets(local).size() == 1 ? local : local.plusHours(2);
    }
}
