package org.lamplight.local.reporting;

import java.util.Optional;

/**
 * Which rows people want to see.
 *
 * @param top how many rows of each category
 * @param category one category; the sources themselves if empty
 * @param council code or name of a council
 * @param ward code or name of a ward
 */
public record Filter(int top, Optional<String> category, Optional<String> council, Optional<String> ward) {
    /** Only the first rows of each source. */
    public static Filter top(int top) {
        return new Filter(top, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
