package org.lamplight.reporting.access;

import java.security.Key;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a token a caller, or refuses it: signature, issuer, recipient and expiry are checked, and what it may see. */
public final class Tokens {
    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final int CLOCKS_APART = 30;
    private static final int LONGEST = 16_384;

    private final LocalTokens local;
    private final Optional<OidcSettings> oidc;
    private final Optional<ProviderKeys> keys;
    private final Audiences audiences;
    private final Clock clock;

    /**
     * Takes our own tokens, and those of a provider.
     *
     * @param local our own
     * @param oidc the provider; empty without one
     * @param audiences who there is
     * @param clock what time it is
     */
    public Tokens(LocalTokens local, Optional<OidcSettings> oidc, Audiences audiences, Clock clock) {
        this.local = local;
        this.oidc = oidc;
        this.keys = oidc.map(settings -> new ProviderKeys(settings.issuer()));
        this.audiences = audiences;
        this.clock = clock;
    }

    /**
     * Whose token it is.
     *
     * @throws RefusedTokenException if it is not in order, with the reason but nothing of the token
     */
    public Caller caller(String token) {
        if (token.length() > LONGEST) {
            throw new RefusedTokenException("The token is too long.");
        }
        try {
            return isOfProvider(token)
                    ? read(
                            consumer(oidc.orElseThrow()),
                            token,
                            oidc.orElseThrow().claim())
                    : read(own(), token, LocalTokens.AUDIENCE);
        } catch (InvalidJwtException e) {
            LOG.debug("A token was refused: {}", e.getErrorDetails());
            throw new RefusedTokenException(
                    e.hasExpired() ? "The token has expired. Sign in again." : "The token is not one of ours.");
        } catch (MalformedClaimException e) {
            LOG.debug("A token was refused.", e);
            throw new RefusedTokenException("The token is not one of ours.");
        }
    }

    /** Says only which keys it is to be checked with; nothing of it is believed yet. */
    private boolean isOfProvider(String token) throws InvalidJwtException, MalformedClaimException {
        if (oidc.isEmpty()) {
            return false;
        }
        JwtClaims claims = new JwtConsumerBuilder()
                .setSkipAllValidators()
                .setDisableRequireSignature()
                .setSkipSignatureVerification()
                .build()
                .processToClaims(token);
        return oidc.get().issuer().toString().equals(claims.getIssuer());
    }

    private Caller read(JwtConsumer consumer, String token, String claim)
            throws InvalidJwtException, MalformedClaimException {
        JwtClaims claims = consumer.processToClaims(token);
        List<String> names = claims.isClaimValueString(claim)
                ? List.of(claims.getStringClaimValue(claim))
                : Optional.ofNullable(claims.getStringListClaimValue(claim)).orElse(List.of());
        Audience audience = names.stream()
                .flatMap(name -> audiences.named(name).stream())
                .min((one, other) -> one.kind().compareTo(other.kind()))
                .orElseThrow(() -> new RefusedTokenException("The token does not say in " + claim
                        + " what its holder may see: analyst, opfcc or council:CODE."));
        Instant until = Instant.ofEpochSecond(claims.getExpirationTime().getValue());
        return new Caller(claims.getSubject(), audience, until);
    }

    private JwtConsumer own() {
        return consumer(LocalTokens.ISSUER, LocalTokens.RECIPIENT, AlgorithmIdentifiers.HMAC_SHA256)
                .setVerificationKey((Key) local.key())
                .build();
    }

    private JwtConsumer consumer(OidcSettings settings) {
        VerificationKeyResolver resolver = keys.orElseThrow();
        return consumer(
                        settings.issuer().toString(),
                        settings.recipient(),
                        AlgorithmIdentifiers.RSA_USING_SHA256,
                        AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                        AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
                .setVerificationKeyResolver(resolver)
                .build();
    }

    private JwtConsumerBuilder consumer(String issuer, String recipient, String... algorithms) {
        return new JwtConsumerBuilder()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCKS_APART)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .setExpectedIssuer(issuer)
                .setExpectedAudience(recipient)
                .setJwsAlgorithmConstraints(new AlgorithmConstraints(ConstraintType.PERMIT, algorithms));
    }
}
