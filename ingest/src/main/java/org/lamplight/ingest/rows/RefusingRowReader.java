package org.lamplight.ingest.rows;

import java.io.IOException;
import java.util.Optional;

/** Ends the rows where the file as a whole is refused. */
final class RefusingRowReader implements RowReader {
    private final RowReader rows;
    private boolean ended;

    RefusingRowReader(RowReader rows) {
        this.rows = rows;
    }

    @Override
    public Optional<Entry> next() throws IOException {
        if (ended) {
            return Optional.empty();
        }
        Optional<Entry> entry = read();
        ended = entry.isEmpty() || (entry.get() instanceof Problem problem && problem.wholeFile());
        return entry;
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }

    private Optional<Entry> read() throws IOException {
        try {
            return rows.next();
        } catch (RefusedException e) {
            return Optional.of(e.rule().problem(0));
        }
    }
}
