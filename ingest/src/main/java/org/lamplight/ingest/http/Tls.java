package org.lamplight.ingest.http;

import java.io.File;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.types.Password;

/** Mutual TLS from key stores. */
final class Tls {
    private Tls() {}

    /**
     * A context with a certificate of our own, certificates that we trust, or both.
     *
     * @param keys path of the store of our own; null for none
     * @param trusted path of the store of those that we trust; null for Java's
     * @throws IllegalArgumentException if a store cannot be used
     */
    static SSLContext context(String keys, Password keysSecret, String trusted, Password trustedSecret) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keys == null ? null : ours(keys, keysSecret),
                    trusted == null ? null : trusted(trusted, trustedSecret),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static KeyManager[] ours(String path, Password secret) throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store(path, secret), chars(secret));
        return factory.getKeyManagers();
    }

    private static TrustManager[] trusted(String path, Password secret) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store(path, secret));
        return factory.getTrustManagers();
    }

    private static KeyStore store(String path, Password secret) throws GeneralSecurityException {
        try {
            return KeyStore.getInstance(new File(path), chars(secret));
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the key store " + path + " cannot be opened: check the path and its password.", e);
        }
    }

    private static char[] chars(Password secret) {
        return secret == null ? new char[0] : secret.value().toCharArray();
    }
}
