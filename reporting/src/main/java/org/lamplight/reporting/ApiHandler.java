package org.lamplight.reporting;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.lamplight.reporting.access.AccessLog;
import org.lamplight.reporting.access.Caller;
import org.lamplight.reporting.access.RateLimits;
import org.lamplight.reporting.http.Answer;
import org.lamplight.reporting.http.Ask;
import org.lamplight.reporting.http.Problem;
import org.lamplight.reporting.http.Respond;
import org.lamplight.reporting.live.LiveStream;
import org.lamplight.reporting.live.LiveStreams;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every question to the API comes through here: who asks, whether they ask too much, the answer, and that it is written
 * down before it is given.
 */
final class ApiHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ApiHandler.class);
    private static final int LONGEST_TARGET = 2_000;

    private final Api api;
    private final SignIn signIn;
    private final RateLimits limits;
    private final AccessLog accessLog;
    private final LiveStreams live;
    private final Optional<URI> publicUrl;
    private final Clock clock;

    ApiHandler(
            Api api,
            SignIn signIn,
            RateLimits limits,
            AccessLog accessLog,
            LiveStreams live,
            Optional<URI> publicUrl,
            Clock clock) {
        this.api = api;
        this.signIn = signIn;
        this.limits = limits;
        this.accessLog = accessLog;
        this.live = live;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (!path.equals(Api.ROOT) && !path.startsWith(Api.ROOT + "/")) {
            return false;
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "private, no-cache");
        response.getHeaders().put(HttpHeader.VARY, "Accept, Authorization");
        try {
            answer(request, response, callback);
        } catch (Problem problem) {
            Respond.with(challenged(problem, request), response, callback);
        } catch (RuntimeException e) {
            LOG.error("A question to the API could not be answered.", e);
            Respond.with(
                    Problem.of(500, "Our fault", "Something went wrong here. The log of the service says more."),
                    response,
                    callback);
        }
        return true;
    }

    private void answer(Request request, Response response, Callback callback) {
        Ask ask = ask(request, caller(request));
        try {
            limit(client(ask.caller(), request));
            if (ask.path().equals(Api.ROOT + "/live")) {
                writeDown(ask, HttpStatus.OK_200);
                open(ask.caller(), request, response, callback);
                return;
            }
            Answer answer = api.answer(ask);
            writeDown(ask, HttpStatus.OK_200);
            Respond.with(answer, request, response, callback);
        } catch (Problem problem) {
            writeDown(ask, problem.status());
            throw problem;
        }
    }

    private void open(Caller caller, Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        String lastEvent =
                Optional.ofNullable(request.getHeaders().get("Last-Event-ID")).orElse("");
        live.open(new LiveStream(caller, response, callback), lastEvent);
    }

    private Ask ask(Request request, Caller caller) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        try {
            for (Fields.Field field : Request.extractQueryParameters(request)) {
                parameters.put(field.getName(), field.getValues());
            }
        } catch (BadMessageException | IllegalArgumentException e) {
            throw Problem.of(400, "Wrong address", "The query of the address is not encoded as addresses are.");
        }
        String accept = String.join(",", request.getHeaders().getValuesList(HttpHeader.ACCEPT));
        return new Ask(
                base(request),
                Request.getPathInContext(request),
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""),
                parameters,
                accept,
                caller);
    }

    private String base(Request request) {
        return publicUrl
                .map(url -> url.toString().replaceFirst("/$", ""))
                .orElseGet(() -> request.getHttpURI().getScheme() + "://"
                        + request.getHttpURI().getAuthority());
    }

    /** Who is refused counts as whoever is at that address: guessing tokens is no way round the limit. */
    private Caller caller(Request request) {
        try {
            return signIn.caller(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        } catch (Problem problem) {
            limit(Request.getRemoteAddr(request));
            throw problem;
        }
    }

    private static String client(Caller caller, Request request) {
        return caller.audience().isSignedIn() ? "person " + caller.subject() : Request.getRemoteAddr(request);
    }

    private void limit(String client) {
        Duration wait = limits.take(client);
        if (!wait.isZero()) {
            long seconds = wait.toSeconds() + 1;
            throw Problem.of(
                    429,
                    "Too many requests",
                    "That is more than one client may ask. Go on in " + seconds + " s.",
                    Map.of("Retry-After", Long.toString(seconds)));
        }
    }

    private void writeDown(Ask ask, int status) {
        if (!Api.isData(ask.path()) || !ask.caller().audience().isSignedIn()) {
            return;
        }
        String target = ask.target();
        try {
            accessLog.store(new AccessLog.Entry(
                    clock.instant(),
                    ask.caller().subject(),
                    ask.caller().audience().role(),
                    target.substring(0, Math.min(target.length(), LONGEST_TARGET)),
                    status));
        } catch (IllegalStateException e) {
            LOG.warn("Nothing is answered that cannot be written down.", e);
            throw Problem.away();
        }
    }

    /** Browsers ask for a password only where a person looks at a page, not in the middle of a script. */
    private static Problem challenged(Problem problem, Request request) {
        if (problem.status() != HttpStatus.UNAUTHORIZED_401) {
            return problem;
        }
        boolean isPage = request.getHeaders().getValuesList(HttpHeader.ACCEPT).stream()
                .anyMatch(accept -> accept.contains("text/html"));
        String challenge = isPage ? "Basic realm=\"Lamplight\", charset=\"UTF-8\"" : "Bearer realm=\"Lamplight\"";
        return Problem.of(401, problem.title(), problem.getMessage(), Map.of("WWW-Authenticate", challenge));
    }
}
