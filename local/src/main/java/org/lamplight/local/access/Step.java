package org.lamplight.local.access;

/**
 * One thing in which a cluster or a database differs from what it should be, and what apply does about it.
 *
 * @param action what is to be done
 * @param principal whose access it is about
 * @param detail the right, quota or login
 */
public record Step(Action action, String principal, String detail) {
    /** What is to be done. */
    public enum Action {
        /** It is missing. */
        ADD,
        /** It is there and should not be. */
        REMOVE
    }
}
