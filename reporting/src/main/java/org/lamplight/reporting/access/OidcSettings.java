package org.lamplight.reporting.access;

import java.net.URI;

/**
 * An identity provider whose tokens are taken.
 *
 * @param issuer who issues them, exactly as the tokens say; its keys are found from there by OpenID Connect's discovery
 * @param recipient whom they must be for: this service's name at the provider
 * @param claim the claim that names the audience, as one text or several
 */
public record OidcSettings(URI issuer, String recipient, String claim) {}
