package org.lamplight.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.parts.StartException;

/** Keeps made-up reports and real ones in different data directories. */
final class DemoData {
    private final DataDirectory data;
    private final Path mark;
    private final Path history;

    DemoData(DataDirectory data) {
        this.data = data;
        this.mark = data.root().resolve("demo");
        this.history = data.root().resolve("demo.history");
    }

    /** Makes the data directory the demo's. */
    void claim() {
        if (!Files.exists(mark) && Files.exists(data.secrets())) {
            throw new StartException(data.root() + " holds reports of your own, and the demo would mix made-up ones in."
                    + " Give the demo another directory: LAMPLIGHT_DATA=demo-data lamplight demo");
        }
        create(mark);
    }

    /** Refuses to go on if the data directory is the demo's. */
    void refuse() {
        if (Files.exists(mark)) {
            throw new StartException(data.root() + " holds the demo's made-up reports. Remove it, or give your own"
                    + " reports another directory: set data in lamplight.conf (or LAMPLIGHT_DATA).");
        }
    }

    /** Whether the made-up year has been written and taken in. */
    boolean hasHistory() {
        return Files.exists(history);
    }

    /** The made-up year has been written. */
    void keepHistory() {
        create(history);
    }

    private void create(Path file) {
        data.create();
        try {
            if (!Files.exists(file)) {
                Files.createFile(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The data directory " + data.root() + " cannot be written.", e);
        }
    }
}
