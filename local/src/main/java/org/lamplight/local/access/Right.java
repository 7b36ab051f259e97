package org.lamplight.local.access;

/**
 * Something that somebody may do, in words.
 *
 * @param principal who
 * @param may what it may do
 * @param on to what
 */
public record Right(String principal, String may, String on) {}
