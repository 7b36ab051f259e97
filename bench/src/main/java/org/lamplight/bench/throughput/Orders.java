package org.lamplight.bench.throughput;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What the program of a contender is told, in the arguments of its process.
 *
 * @param contender its name, which says what it is to do
 * @param bootstrapServers where the broker is
 * @param registry where the schema registry is
 * @param directory for its state
 * @param id of this run, which no other has
 * @param commit how often it commits what it did
 * @param reports how many reports it will find
 */
public record Orders(
        String contender,
        String bootstrapServers,
        String registry,
        Path directory,
        String id,
        Duration commit,
        long reports) {
    /** Threads that each contender has to process records. */
    public static final int THREADS = 2;

    /** Reads {@link #arguments}. */
    public static Orders of(String... arguments) {
        return new Orders(
                arguments[0],
                arguments[1],
                arguments[2],
                Path.of(arguments[3]),
                arguments[4],
                Duration.parse(arguments[5]),
                Long.parseLong(arguments[6]));
    }

    String[] arguments() {
        return new String[] {
            contender, bootstrapServers, registry, directory.toString(), id, commit.toString(), Long.toString(reports)
        };
    }

    /** The topic to which it writes the counts. */
    public String counts() {
        return id + "-counts";
    }
}
