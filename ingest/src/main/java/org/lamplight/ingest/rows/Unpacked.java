package org.lamplight.ingest.rows;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lamplight.ingest.rules.Rule;

/** The bytes of an export, unpacked where they begin as gzip does, and no more of them than the limits allow. */
final class Unpacked extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final Counted packed;
    private final Limits limits;
    private InputStream bytes;
    private long unpacked;

    Unpacked(InputStream raw, Limits limits) {
        this.packed = new Counted(raw);
        this.limits = limits;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (bytes == null) {
                bytes = open();
            }
            int count = bytes.read(target, offset, length);
            unpacked += Math.max(count, 0);
            check();
            return count;
        } catch (EOFException | ZipException e) {
            throw new RefusedException(Rule.FILE_TRUNCATED, e);
        }
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }

    private InputStream open() throws IOException {
        BufferedInputStream plain = new BufferedInputStream(packed, BUFFER);
        plain.mark(2);
        boolean gzip = plain.read() == 0x1f && plain.read() == 0x8b;
        plain.reset();
        return gzip ? new GZIPInputStream(plain, BUFFER) : plain;
    }

    private void check() throws RefusedException {
        boolean bomb = unpacked > limits.ratioFrom() && unpacked / limits.ratio() > packed.count;
        if (bomb || unpacked > limits.bytes()) {
            throw new RefusedException(Rule.FILE_TOO_MANY_BYTES, null);
        }
    }

    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
