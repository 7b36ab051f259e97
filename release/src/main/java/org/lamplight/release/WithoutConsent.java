package org.lamplight.release;

/**
 * Where hate referrals count whose person did not agree that the council, or the police, may see them. They are never
 * shown as records to a council, whatever this says.
 */
public enum WithoutConsent {
    /** In the force area's counts only. */
    COUNTY,
    /** In no release. */
    NOWHERE,
    /** Wherever they have a place; without consent to the police they have none but the force area. */
    EVERYWHERE
}
