package org.lamplight.ingest.mapping;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keyed pseudonyms: the same for the same text, and without the key not to be found by trying texts. Not safe for use by
 * several threads at once.
 */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 16;

    private final Mac mac;

    /** Pseudonyms under a key. */
    Pseudonyms(byte[] key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM + ", which every Java must have.", e);
        }
    }

    /** The whole code of a text, 32 bytes. */
    byte[] code(String text) {
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The pseudonym that a text stands for: 32 hex digits. */
    String of(String text) {
        return name(code(text));
    }

    /** The pseudonym of a code: its first 32 hex digits. */
    static String name(byte[] code) {
        return HexFormat.of().formatHex(code, 0, BYTES);
    }

    /** Whether a text has the form of a pseudonym. */
    static boolean isOne(String text) {
        return text.matches("[0-9a-f]{" + 2 * BYTES + "}");
    }

    /** A hash table's view of a code. */
    static long hash(byte[] code) {
        return ByteBuffer.wrap(code).getLong();
    }
}
