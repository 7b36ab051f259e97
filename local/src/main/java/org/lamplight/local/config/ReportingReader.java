package org.lamplight.local.config;

import java.net.URI;
import java.util.Optional;
import org.lamplight.reporting.ReportingSettings;
import org.lamplight.reporting.access.OidcSettings;

/** Reads where and how the reporting service answers. */
final class ReportingReader {
    private final Settings settings;

    ReportingReader(Settings settings) {
        this.settings = settings;
    }

    /** What is set; null where the whole cannot be used, which is a problem already. */
    ReportingConfig read() {
        boolean embedded = settings.get("reporting.run", ConfigReader::embedded);
        Port port = settings.get("reporting.port", Port::parse);
        Optional<URI> publicUrl = settings.get("reporting.url", ReportingReader::url);
        boolean publicReleases = settings.get("reporting.public-releases", ConfigReader::flag);
        int requests = Math.toIntExact(settings.number("reporting.requests-per-second"));
        int connections = Math.toIntExact(settings.number("reporting.connections"));
        Optional<URI> issuer = settings.get("reporting.oidc.issuer", ReportingReader::url);
        Optional<OidcSettings> oidc = issuer.map(url -> new OidcSettings(
                url, settings.text("reporting.oidc.recipient"), settings.text("reporting.oidc.claim")));
        return settings.attempt(
                () -> new ReportingConfig(
                        embedded,
                        new ReportingSettings(
                                settings.text("reporting.host"), port.number(), publicUrl, requests, connections, oidc),
                        publicReleases),
                null);
    }

    private static Optional<URI> url(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        if (!text.matches("https?://[^/\\s?#]+(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException("it must be the http:// or https:// address of a service, or empty");
        }
        return Optional.of(URI.create(text));
    }
}
