package org.lamplight.reporting.access;

import java.time.Clock;
import java.time.Duration;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Tokens that Lamplight issues itself, for who has no identity provider: signed with a key that never leaves the machine. */
public final class LocalTokens {
    /** Who issues them. */
    static final String ISSUER = "lamplight";
    /** Whom they are for. */
    static final String RECIPIENT = "lamplight-reporting";
    /** The claim that names the audience. */
    static final String AUDIENCE = "lamplight_audience";

    private final HmacKey key;
    private final Clock clock;

    /**
     * Issues tokens.
     *
     * @param key at least 32 random bytes
     * @param clock what time it is
     */
    public LocalTokens(byte[] key, Clock clock) {
        this.key = new HmacKey(key);
        this.clock = clock;
    }

    /**
     * A token.
     *
     * @param subject who it is for
     * @param audience what they may see: {@code analyst}, {@code opfcc}, or {@code council:} and a council's code
     * @param validFor how long
     */
    public String issue(String subject, String audience, Duration validFor) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setAudience(RECIPIENT);
        claims.setSubject(subject);
        claims.setStringClaim(AUDIENCE, audience);
        claims.setIssuedAt(NumericDate.fromSeconds(clock.instant().getEpochSecond()));
        claims.setExpirationTime(
                NumericDate.fromSeconds(clock.instant().plus(validFor).getEpochSecond()));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key);
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalArgumentException("The key for tokens must have at least 32 bytes.", e);
        }
    }

    HmacKey key() {
        return key;
    }
}
