package org.lamplight.areas.build;

/** Is told how far the building has come. */
@FunctionalInterface
public interface Progress {
    /**
     * The building has come this far.
     *
     * @param what what is being done, in a few words
     * @param done steps done so far
     * @param total steps in all
     */
    void update(String what, long done, long total);
}
