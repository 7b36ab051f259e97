package org.lamplight.local.config;

/**
 * The embedded broker's listener for partners, which speaks TLS.
 *
 * @param host the name or address by which partners connect, and on which the broker listens
 * @param port where it listens
 * @param login how partners log in
 */
public record PartnersConfig(String host, Port port, Login login) {
    /** How partners log in. */
    public enum Login {
        /** With a password (SCRAM-SHA-512). */
        PASSWORD,
        /** With a certificate (mutual TLS). */
        CERTIFICATE
    }

    /** Refuses a host that is none. */
    public PartnersConfig {
        if (!host.matches("[A-Za-z0-9.:-]+") || host.equals("0.0.0.0") || host.equals("::")) {
            throw new IllegalArgumentException("kafka.partners.host is " + host
                    + ": it must be the name or address by which partners connect, for it stands in the certificate.");
        }
    }
}
