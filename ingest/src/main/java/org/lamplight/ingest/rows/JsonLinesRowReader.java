package org.lamplight.ingest.rows;

import java.io.IOException;
import java.util.Optional;
import org.lamplight.ingest.rules.Rule;

/** Reads one JSON object a line. */
final class JsonLinesRowReader implements RowReader {
    private final Lines lines;
    private boolean empty = true;

    JsonLinesRowReader(Lines lines) {
        this.lines = lines;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        Line line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        if (line == null) {
            return empty ? Optional.of(Rule.FILE_EMPTY.problem(0)) : Optional.empty();
        }
        empty = false;
        return Optional.of(
                line.flaw() == null
                        ? JsonRow.read(line.number(), line.text())
                        : line.flaw().problem(line.number()));
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
