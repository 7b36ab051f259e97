package org.lamplight.reporting.access;

import java.time.Instant;

/**
 * Who is asking.
 *
 * @param subject the person, as the one who issued the token names them
 * @param audience what they may see
 * @param until when the token expires
 */
public record Caller(String subject, Audience audience, Instant until) {}
