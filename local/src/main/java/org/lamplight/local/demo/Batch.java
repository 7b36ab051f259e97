package org.lamplight.local.demo;

import java.util.ArrayList;
import java.util.List;

/** The rows of one file, and the account of them. */
final class Batch {
    private final List<String> lines = new ArrayList<>();
    private Planted planted = Planted.NOTHING;

    /** Adds a row that counts as this in the account. */
    void add(String line, Planted row) {
        lines.add(line);
        planted = planted.plus(row);
    }

    List<String> lines() {
        return lines;
    }

    Planted planted() {
        return planted;
    }
}
