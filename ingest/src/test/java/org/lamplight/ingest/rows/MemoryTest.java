package org.lamplight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemoryTest {
    /** What a reader may have taken from the stream beyond the row it has just returned. */
    private static final long READ_AHEAD = 1 << 18;

    @Test
    void shouldReadAheadNoMoreThanItsBuffersInAFileOf200Megabytes() throws IOException {
        byte[] row = Reading.bytes("52.2405,-0.9027,2026-01-04,badly lit\n".repeat(64));
        long repeats = 200_000_000 / row.length;
        Endless export = new Endless(Reading.bytes("lat,lng,date,reason\n"), row, repeats);
        long rows = 0;
        long furthest = 0;

        try (RowReader reader = RowReader.open(export, Reading.CSV, Set.of("lat"))) {
            for (Optional<Entry> next = reader.next(); next.isPresent(); next = reader.next()) {
                rows++;
                furthest = Math.max(furthest, export.given - 20 - rows * (row.length / 64));
            }
        }

        assertThat(rows).isEqualTo(repeats * 64);
        assertThat(furthest).isBetween(1L, READ_AHEAD);
    }

    /** A header, then one block of rows over and over. */
    private static final class Endless extends InputStream {
        private final byte[] row;
        private byte[] current;
        private int position;
        private long repeats;
        private long given;

        Endless(byte[] header, byte[] row, long repeats) {
            this.current = header;
            this.row = row;
            this.repeats = repeats;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in blocks");
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == current.length) {
                if (repeats-- == 0) {
                    return -1;
                }
                current = row;
                position = 0;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current, position, target, offset, count);
            position += count;
            given += count;
            return count;
        }
    }
}
