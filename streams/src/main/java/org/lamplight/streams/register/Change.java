package org.lamplight.streams.register;

import java.util.Optional;
import org.lamplight.streams.register.Entry.Standing;
import org.lamplight.streams.rules.Version;

/**
 * What one arriving version did to the register.
 *
 * @param version the version
 * @param verdict what became of it
 * @param before the report as it stood; empty if it did not
 * @param after the report as it now stands; empty if it does not
 */
public record Change(Version version, Verdict verdict, Optional<Standing> before, Optional<Standing> after) {

    /** What became of an arriving version. */
    public enum Verdict {
        /** The first version of a report. */
        NEW,
        /** It replaced an earlier version. */
        CORRECTED,
        /** It took the report back, or erased it. */
        WITHDRAWN,
        /** The report is no longer kept, but counts as before. */
        EXPIRED,
        /** It brought a withdrawn report back. */
        REINSTATED,
        /** Nothing arrived: another area book gave it other areas. */
        PLACED,
        /** It came after a higher revision, or repeated what stands, and changed nothing. */
        SUPERSEDED
    }

    /** Whether it tells something of the source's feed; that a report expires, or is placed anew, does not. */
    public boolean isNews() {
        return verdict == Verdict.WITHDRAWN
                || (verdict != Verdict.PLACED && version.removal().isEmpty());
    }

    /** Whether a report came that does not stand: it had been taken back, or removed. */
    public boolean isRefused() {
        return version.incident().isPresent() && after.isEmpty();
    }

    /** Whether the version counts. */
    public boolean accepted() {
        return verdict != Verdict.SUPERSEDED;
    }
}
