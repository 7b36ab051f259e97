package org.lamplight.local.registry;

/** Versions of a made-up record. */
final class Schemas {
    static final String FIRST = record("");
    /** Adds a field with a default: every version reads every other. */
    static final String SECOND = record(", {\"name\": \"note\", \"type\": \"string\", \"default\": \"\"}");
    /** Adds a field without a default: it cannot read what the first wrote. */
    static final String BREAKING = record(", {\"name\": \"count\", \"type\": \"long\"}");

    private Schemas() {}

    /** A record that differs from all others in its documentation. */
    static String numbered(int number) {
        return FIRST.replace("A place.", "Place " + number + ".");
    }

    private static String record(String field) {
        return """
                {"type": "record", "name": "Place", "namespace": "com.example", "doc": "A place.", "fields": [
                  {"name": "name", "type": "string", "doc": "Its name."}%s]}""".formatted(field);
    }
}
