package org.lamplight.ingest.rows;

import org.lamplight.ingest.rules.Rule;

/**
 * A line of text.
 *
 * @param number its number, from 1
 * @param text the line without what ends it; cut short where it is too long
 * @param end what ends it: LF, CR LF, CR, or nothing at the end of the text
 * @param flaw the rule that its bytes break; null where they are sound
 */
record Line(long number, String text, String end, Rule flaw) {
    boolean blank() {
        return flaw == null && text.isBlank();
    }
}
