package org.lamplight.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A report as it must stand in the end.
 *
 * @param ownId the source's id of it
 * @param revision the revision that stands
 * @param cell H3 cell of resolution 10; null where the police may not see the report
 * @param occurredFrom start of the interval in which it happened
 * @param occurredTo its end; the same where the instant is known
 * @param valueStolenPence value taken; null but for retail
 * @param outcomeType Home Office outcome type; null where there is none
 */
public record Standing(
        String source,
        String ownId,
        long revision,
        String cell,
        Instant occurredFrom,
        Instant occurredTo,
        Long valueStolenPence,
        String outcomeType) {
    private static final int ID_DIGITS = 32;

    /** The incident's id under this pseudonym key, by its definition: the first 32 hex digits of a keyed SHA-256. */
    public String id(String pseudonymKey) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(pseudonymKey.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            byte[] code = mac.doFinal((source + "\n" + ownId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code).substring(0, ID_DIGITS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HmacSHA256.", e);
        }
    }
}
