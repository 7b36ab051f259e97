package org.lamplight.reporting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.lamplight.reporting.access.Audiences;
import org.lamplight.reporting.access.Caller;
import org.lamplight.reporting.access.RefusedTokenException;
import org.lamplight.reporting.access.Tokens;
import org.lamplight.reporting.http.Problem;

/** Finds out who is asking, from the header {@code Authorization}: a bearer's token, or a token as anybody's password. */
final class SignIn {
    private static final String BASIC = "basic ";
    private static final String BEARER = "bearer ";
    private static final String NOBODY = "-";

    private final Tokens tokens;
    private final Audiences audiences;

    SignIn(Tokens tokens, Audiences audiences) {
        this.tokens = tokens;
        this.audiences = audiences;
    }

    /**
     * Who is asking.
     *
     * @param authorization the header; null if there is none
     * @throws Problem if it is there and not in order
     */
    Caller caller(String authorization) {
        if (authorization == null) {
            return new Caller(NOBODY, audiences.everybody(), Instant.MAX);
        }
        try {
            return tokens.caller(token(authorization));
        } catch (RefusedTokenException e) {
            throw Problem.of(401, "Sign in again", e.getMessage());
        }
    }

    private static String token(String authorization) {
        String start = authorization.toLowerCase(Locale.ROOT);
        if (start.startsWith(BEARER)) {
            return authorization.substring(BEARER.length()).strip();
        }
        try {
            if (start.startsWith(BASIC)) {
                byte[] both = Base64.getDecoder()
                        .decode(authorization.substring(BASIC.length()).strip());
                return new String(both, StandardCharsets.UTF_8).replaceFirst("^[^:]*:", "");
            }
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        throw wrong();
    }

    private static Problem wrong() {
        return Problem.of(401, "Sign in again", "Sign in with a bearer's token, or with it as a password.");
    }
}
