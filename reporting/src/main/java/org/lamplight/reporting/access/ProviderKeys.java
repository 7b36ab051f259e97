package org.lamplight.reporting.access;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Key;
import java.time.Duration;
import java.util.List;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** The keys of an identity provider, found by OpenID Connect's discovery when they are first needed. */
final class ProviderKeys implements VerificationKeyResolver {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI configuration;
    private VerificationKeyResolver keys;

    ProviderKeys(URI issuer) {
        configuration = URI.create(issuer.toString().replaceFirst("/$", "") + "/.well-known/openid-configuration");
    }

    @Override
    public Key resolveKey(JsonWebSignature signature, List<JsonWebStructure> nesting) throws UnresolvableKeyException {
        return found().resolveKey(signature, nesting);
    }

    private synchronized VerificationKeyResolver found() throws UnresolvableKeyException {
        if (keys == null) {
            keys = new HttpsJwksVerificationKeyResolver(new HttpsJwks(discover()));
        }
        return keys;
    }

    private String discover() throws UnresolvableKeyException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(configuration).timeout(PATIENCE).build();
            JsonNode found =
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
            return found.required("jwks_uri").asText();
        } catch (IOException | IllegalArgumentException e) {
            throw new UnresolvableKeyException("The identity provider does not answer at " + configuration, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnresolvableKeyException("Interrupted while asking " + configuration, e);
        }
    }
}
