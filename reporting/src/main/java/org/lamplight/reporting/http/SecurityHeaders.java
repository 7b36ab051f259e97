package org.lamplight.reporting.http;

import java.net.URI;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** What browsers are told to allow the page: its own scripts and styles, and nothing else. */
public final class SecurityHeaders extends Handler.Wrapper {
    private final String policy;

    /**
     * Around another handler.
     *
     * @param provider where people sign in, which the page must be able to ask; empty without one
     */
    public SecurityHeaders(Handler handler, Optional<URI> provider) {
        super(handler);
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self';"
                + " img-src 'self' data:; connect-src 'self'"
                + provider.map(issuer -> " " + issuer.getScheme() + "://" + issuer.getAuthority())
                        .orElse("")
                + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Security-Policy", policy);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        return super.handle(request, response, callback);
    }
}
