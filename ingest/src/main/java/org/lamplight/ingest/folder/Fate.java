package org.lamplight.ingest.folder;

/** What becomes of a claimed file. */
enum Fate {
    /** It was read. */
    DONE,
    /** It was refused as a whole. */
    FAILED,
    /** It was still being written to: it goes back to the inbox, and comes again once it rests. */
    CHANGED
}
