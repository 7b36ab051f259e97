package org.lamplight.reporting.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * An answer.
 *
 * @param type media type
 * @param body the bytes, not to be changed
 * @param etag tells it from other answers to the same question
 * @param headers further headers
 */
public record Answer(String type, ByteBuffer body, String etag, Map<String, String> headers) {
    private static final int TAG_BYTES = 12;

    /** An answer without further headers. */
    public static Answer of(String type, byte[] body) {
        return of(type, body, Map.of());
    }

    /** An answer in text. */
    public static Answer of(String type, String body) {
        return of(type, body.getBytes(StandardCharsets.UTF_8), Map.of());
    }

    /** An answer with further headers. */
    public static Answer of(String type, byte[] body, Map<String, String> headers) {
        return new Answer(type, ByteBuffer.wrap(body).asReadOnlyBuffer(), tag(body), headers);
    }

    private static String tag(byte[] body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
            byte[] shortened = Arrays.copyOf(hash, TAG_BYTES);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(shortened) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
