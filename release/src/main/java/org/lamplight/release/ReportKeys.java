package org.lamplight.release;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** The keys of reports for the cell-key method: HMAC-SHA-256 of the report's id modulo 256. For one thread. */
final class ReportKeys implements ToIntFunction<String> {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    ReportKeys(SecretKey key) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ", and any key fits it.", e);
        }
    }

    @Override
    public int applyAsInt(String report) {
        byte[] code = mac.doFinal(report.getBytes(StandardCharsets.UTF_8));
        return Byte.toUnsignedInt(code[code.length - 1]);
    }
}
