package org.lamplight.local.access;

/** Brings a new secret to where its owner gets it. Called before the secret is valid, so that none is lost. */
@FunctionalInterface
public interface Handover {
    /**
     * Hands a secret over.
     *
     * @param principal whose it is
     * @param use what it opens, as a word
     * @param secret the secret, which is kept nowhere else
     */
    void give(String principal, String use, String secret);
}
