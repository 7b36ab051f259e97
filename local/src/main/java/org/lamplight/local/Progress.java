package org.lamplight.local;

/** Is told how far a task of more than a moment has come. */
@FunctionalInterface
public interface Progress {
    /** Tells nobody. */
    Progress NONE = (what, done, total) -> {};

    /**
     * The task has come this far. Cheap enough to be called for every step; the receiver decides how often to show it.
     *
     * @param what what is being done, in a few words
     * @param done units done so far
     * @param total units to do in all; 0 or less where nobody knows
     */
    void update(String what, long done, long total);
}
