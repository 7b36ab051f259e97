package org.lamplight.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts rows into files of a size, numbered in the order of the rows. */
final class LoadFiles {
    private final Inbox inbox;
    private final Export export;
    private final String label;
    private final int rowsPerFile;
    private final List<String> lines = new ArrayList<>();
    private int files;

    LoadFiles(Inbox inbox, Export export, String label, int rowsPerFile) {
        this.inbox = inbox;
        this.export = export;
        this.label = label;
        this.rowsPerFile = rowsPerFile;
    }

    void add(List<String> more) {
        for (String line : more) {
            lines.add(line);
            if (lines.size() == rowsPerFile) {
                finish();
            }
        }
    }

    /** Writes what is left. */
    void finish() {
        if (lines.isEmpty()) {
            return;
        }
        String name = export.fileName(String.format(Locale.ROOT, "%s-%05d", label, ++files));
        try {
            inbox.drop(export, name, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The load cannot be written to " + inbox.root() + ".", e);
        }
        lines.clear();
    }
}
