package org.lamplight.ingest.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.ingest.source.Sha256;

/** Hashes of the first one, two, … items of a page, each made from the one before. */
final class Prefix {
    private final List<String> hashes = new ArrayList<>();

    Prefix(Iterable<JsonNode> items) {
        String hash = "";
        hashes.add(hash);
        for (JsonNode item : items) {
            hash = Sha256.of(hash + item);
            hashes.add(hash);
        }
    }

    int items() {
        return hashes.size() - 1;
    }

    /** The hash of the first items. */
    String of(long items) {
        return hashes.get((int) items);
    }

    /** Whether the first items still have this hash. */
    boolean matches(long items, String hash) {
        return items <= items() && of(items).equals(hash);
    }
}
