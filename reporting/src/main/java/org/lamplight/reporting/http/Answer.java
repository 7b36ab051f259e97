package org.lamplight.reporting.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * An answer.
 *
 * @param type media type
 * @param gzipped the body, compressed once for everybody who asks; not to be changed
 * @param etag tells it from other answers to the same question
 * @param headers further headers
 */
public record Answer(String type, ByteBuffer gzipped, String etag, Map<String, String> headers) {
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
        return new Answer(type, ByteBuffer.wrap(gzip(body)), tag(body), headers);
    }

    /** The body for the few who do not take it compressed. */
    public byte[] body() {
        try (GZIPInputStream in = new GZIPInputStream(
                new ByteArrayInputStream(gzipped.array(), gzipped.arrayOffset(), gzipped.remaining()))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("What was compressed here cannot be read.", e);
        }
    }

    private static byte[] gzip(byte[] body) {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gzipped.toByteArray();
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
