package org.lamplight.local.config;

import java.util.Locale;
import java.util.Map;

/**
 * The streams application.
 *
 * @param embedded whether it runs in this process
 * @param threads threads that process records, 1 to 64
 * @param clock what today is
 * @param settings further settings, by Kafka's names
 */
public record StreamsConfig(boolean embedded, int threads, AsOf clock, Map<String, String> settings) {
    /** What today is. */
    public enum AsOf {
        /** The machine's clock. */
        WALL,
        /** The day of the latest receipt seen. */
        DATA;

        static AsOf parse(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "wall" -> WALL;
                case "data" -> DATA;
                default -> throw new IllegalArgumentException("it must be wall or data");
            };
        }
    }

    /** Refuses a number of threads that makes no sense. */
    public StreamsConfig {
        if (threads < 1 || threads > 64) {
            throw new IllegalArgumentException("streams.threads is " + threads + ": it must be from 1 to 64.");
        }
        settings = Map.copyOf(settings);
    }
}
