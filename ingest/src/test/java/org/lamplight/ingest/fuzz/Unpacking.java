package org.lamplight.ingest.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Unpacks bytes where they begin as gzip does. */
final class Unpacking {
    private Unpacking() {}

    /** The bytes unpacked; empty where they are damaged gzip. */
    static Optional<byte[]> of(byte[] bytes) {
        boolean packed = bytes.length >= 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
        try {
            return Optional.of(packed ? unpacked(bytes) : bytes);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static byte[] unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        }
    }
}
