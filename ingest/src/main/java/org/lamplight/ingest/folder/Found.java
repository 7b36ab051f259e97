package org.lamplight.ingest.folder;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * What lies in the inbox, or was claimed from it before.
 *
 * @param path where it is
 * @param stamp its size and time
 * @param claimed whether it was claimed before
 */
record Found(Path path, Stamp stamp, boolean claimed) {
    /** What was claimed comes first, then the oldest, then by name. */
    static final Comparator<Found> ORDER = Comparator.comparing(Found::claimed)
            .reversed()
            .thenComparing(found -> found.stamp.modified())
            .thenComparing(Found::name);

    String name() {
        return path.getFileName().toString();
    }
}
