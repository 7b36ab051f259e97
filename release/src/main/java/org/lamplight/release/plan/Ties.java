package org.lamplight.release.plan;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** An order of areas that nobody knows who does not have the release key: HMAC-SHA-256 of their codes. */
final class Ties {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;
    private final Map<String, String> known = new HashMap<>();

    Ties(SecretKey key) {
        try {
            this.mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("The release key does not fit " + ALGORITHM + ".", e);
        }
    }

    String of(String area) {
        return known.computeIfAbsent(
                area, code -> HexFormat.of().formatHex(mac.doFinal(code.getBytes(StandardCharsets.UTF_8))));
    }
}
