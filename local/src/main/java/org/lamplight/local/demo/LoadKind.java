package org.lamplight.local.demo;

import java.util.Locale;

/** The rows of a load in one source's format, and what they leave. */
interface LoadKind {
    Export export();

    /** The line of a version of a report. */
    String row(LoadCase one, int version);

    /** What its last version leaves of a report that stands. */
    Standing standing(LoadCase one);

    /** The source's own id of a report. */
    static String ownId(LoadCase one) {
        return String.format(Locale.ROOT, "LOAD-%08d", one.number());
    }
}
