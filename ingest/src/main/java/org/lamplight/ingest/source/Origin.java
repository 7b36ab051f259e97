package org.lamplight.ingest.source;

/**
 * Where rows come from.
 *
 * @param file name of the file, without folders; for a page its path
 * @param sha256 SHA-256 of its bytes, 64 hex digits; for what has no bytes that can be read, of its name and time
 */
public record Origin(String file, String sha256) {}
