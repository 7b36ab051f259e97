package org.lamplight.local.config;

/** Where running parts log. */
public enum LogFormat {
    /** Into a file per part in the data directory. */
    FILES,
    /** As a line of JSON per event on the standard output. */
    JSON;

    static LogFormat parse(String text) {
        return switch (text) {
            case "files" -> FILES;
            case "json" -> JSON;
            default -> throw new IllegalArgumentException("it must be files or json");
        };
    }
}
