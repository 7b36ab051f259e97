package org.lamplight.streams.rules;

import org.lamplight.schemas.HateReferral;

/** A hate referral keeps its place only if the person agreed that the police may see it; else it counts for the force. */
public final class Consent {
    private Consent() {}

    /** Whether the cell, and every area but the force, may be kept. */
    public static boolean keepsPlace(HateReferral referral) {
        return referral.getPoliceConsent();
    }
}
