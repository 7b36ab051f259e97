package org.lamplight.reporting;

import java.net.URI;
import java.util.Optional;
import org.lamplight.reporting.access.OidcSettings;

/**
 * How the service is set.
 *
 * @param host the address it listens on
 * @param port its port; 0 for any free one
 * @param publicUrl how people reach it, if not at that address; without a slash at the end
 * @param requestsPerSecond how many requests a client may make in the long run
 * @param connections connections to the database
 * @param oidc the identity provider; empty without one
 */
public record ReportingSettings(
        String host,
        int port,
        Optional<URI> publicUrl,
        int requestsPerSecond,
        int connections,
        Optional<OidcSettings> oidc) {}
