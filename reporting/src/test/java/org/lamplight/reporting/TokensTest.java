package org.lamplight.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lamplight.reporting.access.LocalTokens;
import org.lamplight.reporting.access.OidcSettings;

/** Tokens of our own and of an identity provider: those that are in order, and those that are not. */
class TokensTest {
    private static final String HOTSPOTS = "/api/collections/hotspots/items.json?limit=1";
    private static final Clock LONG_AGO = Clock.fixed(Instant.parse("2020-01-01T00:00:00Z"), ZoneOffset.UTC);

    private static HttpServer provider;
    private static RsaJsonWebKey key;
    private static String issuer;
    private static ReportingFixture service;

    @BeforeAll
    static void start() throws IOException, JoseException {
        key = key("known");
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        issuer = "http://localhost:" + provider.getAddress().getPort();
        serve("/.well-known/openid-configuration", "{\"issuer\":\"%s\",\"jwks_uri\":\"%1$s/keys\"}".formatted(issuer));
        serve("/keys", new JsonWebKeySet(key).toJson());
        provider.start();
        OidcSettings oidc = new OidcSettings(URI.create(issuer), "lamplight", "roles");
        service = ReportingFixture.start(Optional.of(oidc), false, 10_000, Clock.systemUTC());
    }

    @AfterAll
    static void stop() {
        service.close();
        provider.stop(0);
    }

    @Test
    void shouldTakeTheProvidersTokens() throws JoseException {
        assertThat(ask(sign(claims("analyst"), key)).statusCode()).isEqualTo(200);
        assertThat(ask(sign(claims("something", "analyst", "opfcc"), key)).statusCode())
                .isEqualTo(200);
        assertThat(ask(sign(claims("council:" + ReportingFixture.NORTH), key)).statusCode())
                .isEqualTo(403);
    }

    @Test
    void shouldRefuseTokensThatAreNotInOrder() throws JoseException {
        JwtClaims expired = claims("analyst");
        expired.setExpirationTime(NumericDate.fromSeconds(1_000_000));
        JwtClaims endless = claims("analyst");
        endless.unsetClaim("exp");
        JwtClaims forOthers = claims("analyst");
        forOthers.setAudience("another-service");
        JwtClaims ofOthers = claims("analyst");
        ofOthers.setIssuer("https://elsewhere.example");
        JwtClaims ours = claims("analyst");
        ours.setIssuer("lamplight");
        ours.setAudience("lamplight-reporting");
        ours.setStringClaim("lamplight_audience", "analyst");

        Map<String, String> tokens = Map.of(
                "expired", sign(expired, key),
                "endless", sign(endless, key),
                "for another service", sign(forOthers, key),
                "of another issuer", sign(ofOthers, key),
                "signed by a stranger", sign(claims("analyst"), key("stranger")),
                "ours, signed by the provider", sign(ours, key),
                "unsigned", unsigned(),
                "of nobody we know", sign(claims("admin"), key),
                "of a council that is not", sign(claims("council:E99"), key),
                "of another Lamplight", stranger().issue("x", "analyst", Duration.ofHours(1)));
        tokens.forEach((name, token) -> {
            HttpResponse<String> answer = ask(token);
            assertThat(answer.statusCode()).as(name).isEqualTo(401);
            assertThat(answer.body()).as(name).contains("token").doesNotContain(token);
        });
    }

    @Test
    void shouldRefuseWhatIsNoTokenAtAll() {
        for (String header : List.of(
                "Bearer",
                "Bearer x",
                "Bearer a.b.c",
                "Bearer " + "a".repeat(18_000),
                "Basic !!!",
                "Basic bWU=",
                "Digest x",
                "Negotiate")) {
            HttpResponse<String> answer = service.send(service.request(HOTSPOTS).header("Authorization", header));
            assertThat(answer.statusCode())
                    .as(header.substring(0, Math.min(20, header.length())))
                    .isEqualTo(401);
        }
    }

    @Test
    void shouldSayThatATokenHasExpired() {
        LocalTokens past =
                new LocalTokens("a key for tests, of 32 bytes or more".getBytes(StandardCharsets.UTF_8), LONG_AGO);

        assertThat(ask(past.issue("x", "analyst", Duration.ofHours(1))).body()).contains("has expired");
        assertThat(ask(service.token("analyst")).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> ask(String token) {
        return service.send(service.request(HOTSPOTS).header("Authorization", "Bearer " + token));
    }

    private static JwtClaims claims(String... roles) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience("lamplight");
        claims.setSubject("person");
        claims.setExpirationTimeMinutesInTheFuture(10);
        claims.setStringListClaim("roles", roles);
        return claims;
    }

    private static String sign(JwtClaims claims, RsaJsonWebKey with) throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(with.getPrivateKey());
        signature.setKeyIdHeaderValue("known");
        signature.setAlgorithmHeaderValue("RS256");
        return signature.getCompactSerialization();
    }

    private static String unsigned() throws JoseException {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims("analyst").toJson());
        signature.setAlgorithmConstraints(org.jose4j.jwa.AlgorithmConstraints.NO_CONSTRAINTS);
        signature.setAlgorithmHeaderValue("none");
        return signature.getCompactSerialization();
    }

    private static LocalTokens stranger() {
        return new LocalTokens(
                "another key, of 32 bytes or more too".getBytes(StandardCharsets.UTF_8), Clock.systemUTC());
    }

    private static RsaJsonWebKey key(String id) throws JoseException {
        RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
        made.setKeyId(id);
        return made;
    }

    private static void serve(String path, String body) {
        provider.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }
}
