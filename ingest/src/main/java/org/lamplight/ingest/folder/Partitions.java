package org.lamplight.ingest.folder;

import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.connect.errors.ConnectException;
import org.lamplight.ingest.source.Origin;

/**
 * What Kafka Connect keeps a position for: one file of one source, known by its bytes and not by its name.
 *
 * @param source id of the source
 */
record Partitions(String source) {
    private static final String SOURCE = "source";
    private static final String SHA256 = "sha256";
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * The partition of a file. Sorted, because Connect looks positions up by a partition's JSON text, and the entries of
     * an unsorted map are in another order in the next process.
     */
    SortedMap<String, String> of(Origin origin) {
        return new TreeMap<>(Map.of(SOURCE, source, SHA256, origin.sha256()));
    }

    /** The hash in a partition. */
    static String sha256(Map<String, ?> partition) {
        return (String) partition.get(SHA256);
    }

    /**
     * Checks a partition that somebody wants to set a position for.
     *
     * @throws ConnectException if it can be none of this source's
     */
    void check(Map<String, ?> partition) {
        boolean known = partition != null
                && partition.keySet().equals(Set.of(SOURCE, SHA256))
                && source.equals(partition.get(SOURCE))
                && partition.get(SHA256) instanceof String hash
                && HASH.matcher(hash).matches();
        if (!known) {
            throw new ConnectException("A partition must have exactly the keys 'source' (which is '" + source
                    + "' here) and 'sha256' (64 lower-case hex digits).");
        }
    }
}
