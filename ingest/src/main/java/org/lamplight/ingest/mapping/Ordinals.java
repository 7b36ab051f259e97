package org.lamplight.ingest.mapping;

import java.util.HashMap;
import java.util.Map;

/** Counts how often each hash has come; 11 to 22 bytes for each different one. */
final class Ordinals {
    private static final int SMALLEST = 1024;

    // Open addressing with linear probing, at most three quarters full; 0 marks a free slot.
    private long[] slots = new long[SMALLEST];
    private int used;
    private boolean zeroCame;
    private final Map<Long, Integer> repeats = new HashMap<>();

    /** How many times this hash came before. */
    int next(long hash) {
        return add(hash) ? 0 : repeats.merge(hash, 1, Integer::sum);
    }

    private boolean add(long hash) {
        if (hash == 0) {
            boolean first = !zeroCame;
            zeroCame = true;
            return first;
        }
        int slot = slotOf(hash);
        if (slots[slot] == hash) {
            return false;
        }
        slots[slot] = hash;
        used++;
        if (used > slots.length / 4 * 3) {
            grow();
        }
        return true;
    }

    private int slotOf(long hash) {
        int mask = slots.length - 1;
        int slot = Long.hashCode(hash) & mask;
        while (slots[slot] != 0 && slots[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long hash : old) {
            if (hash != 0) {
                slots[slotOf(hash)] = hash;
            }
        }
    }
}
