package org.lamplight.ingest.mapping;

/**
 * Which field of a kind is read from which column, and how.
 *
 * @param field name of the field
 * @param reader how it is read
 * @param required whether a row without it is refused
 */
public record FieldMapping(String field, FieldReader reader, boolean required) {}
