package org.lamplight.local.doctor;

/**
 * Something that is wrong.
 *
 * @param what what it is, in a sentence
 * @param action what to do about it, in a sentence
 */
public record Finding(String what, String action) {}
