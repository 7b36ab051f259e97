package org.lamplight.release.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs webhooks with HMAC-SHA-256 as Standard Webhooks 1.0 says, by one key or, while keys change, by several. */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private final List<SecretKeySpec> keys;

    private WebhookSecret(List<SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * Reads {@code whsec_} and the key in base64; several are separated by a space, the newest first.
     *
     * @throws IllegalArgumentException if it is none; the message does not repeat it
     */
    public static WebhookSecret parse(String text) {
        return new WebhookSecret(Stream.of(text.strip().split("\\s+", -1))
                .map(WebhookSecret::key)
                .toList());
    }

    private static SecretKeySpec key(String text) {
        if (text.startsWith(PREFIX)) {
            byte[] bytes = decode(text.substring(PREFIX.length()));
            if (bytes.length >= SHORTEST && bytes.length <= LONGEST) {
                return new SecretKeySpec(bytes, ALGORITHM);
            }
        }
        throw new IllegalArgumentException("it must be whsec_ and 24 to 64 random bytes in base64, as printed by:"
                + " echo whsec_$(openssl rand -base64 32)");
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0]; // the decoder's message quotes the text
        }
    }

    /** The header {@code webhook-signature} of a request: a signature by each key. */
    String sign(String id, Instant sent, byte[] body) {
        byte[] head = (id + "." + sent.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + sign(key, head, body)).collect(Collectors.joining(" "));
    }

    private static String sign(SecretKeySpec key, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256.", e);
        }
    }

    /** Without the keys. */
    @Override
    public String toString() {
        return "WebhookSecret[" + keys.size() + "]";
    }
}
