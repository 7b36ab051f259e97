package org.lamplight.release.webhook;

import java.net.URI;

/**
 * Where one partner wants its releases sent.
 *
 * @param name its name in the configuration
 * @param council name or code of the council, or {@code county}
 * @param url where requests are sent
 * @param secret by what they are signed
 * @param privateNetwork whether the URL may lead to an address that is not public, and be plain {@code http}
 */
public record Webhook(String name, String council, URI url, WebhookSecret secret, boolean privateNetwork) {
    /** Refuses what cannot be sent to safely, in sentences that begin with the setting's key. */
    public Webhook {
        if (!name.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException(
                    "webhooks." + name + ": a webhook's name is made of lower-case letters, digits and hyphens.");
        }
        boolean web = "https".equals(url.getScheme()) || (privateNetwork && "http".equals(url.getScheme()));
        if (!web || url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            throw new IllegalArgumentException("webhooks." + name + ".url must be https://host/path without user and"
                    + " password (http:// only with private-network = true).");
        }
    }

    /** Without the URL's path, which may be a secret of the receiver. */
    @Override
    public String toString() {
        return "Webhook[" + name + " to " + url.getHost() + "]";
    }
}
