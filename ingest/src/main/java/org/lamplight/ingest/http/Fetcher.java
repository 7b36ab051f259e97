package org.lamplight.ingest.http;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.lamplight.ingest.http.Answer.Validators;

/** Gets pages from one server: within limits of time and size, and never from another, since requests carry secrets. */
final class Fetcher {
    private static final int REDIRECTS = 5;
    private static final Set<Integer> TRY_AGAIN = Set.of(408, 425, 429);
    private static final Set<Integer> MOVED = Set.of(301, 302, 303, 307, 308);

    private final HttpClient client;
    private final URI origin;
    private final Map<String, String> headers;
    private final Duration timeout;
    private final long mostBytes;
    private final Clock clock;

    /**
     * Gets pages.
     *
     * @param client must not follow redirects by itself
     * @param origin any address of the server
     * @param headers of every request
     * @param timeout for a request from its start to the end of the page
     * @param mostBytes of a page
     * @param clock says how long it is to a time at which to try again
     */
    Fetcher(HttpClient client, URI origin, Map<String, String> headers, Duration timeout, long mostBytes, Clock clock) {
        this.client = client;
        this.origin = origin;
        this.headers = headers;
        this.timeout = timeout;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * Gets a page.
     *
     * @param known what to say about the page as it is known
     */
    Answer get(URI page, Validators known) throws InterruptedException {
        URI address = page;
        for (int hop = 0; hop <= REDIRECTS; hop++) {
            if (!sameOrigin(address)) {
                return new Answer.Never(
                        "The way leads from " + place(origin) + " to another server, which is not followed.");
            }
            HttpResponse<byte[]> response;
            try {
                response = send(request(address, known));
            } catch (IOException e) {
                return failure(e);
            }
            Optional<String> location = response.headers().firstValue("Location");
            if (!MOVED.contains(response.statusCode()) || location.isEmpty()) {
                return answer(address, response);
            }
            address = address.resolve(location.get());
        }
        return new Answer.Never(place(page) + " redirects more than " + REDIRECTS + " times.");
    }

    private HttpRequest request(URI address, Validators known) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        headers.forEach(request::header);
        known.etag().ifPresent(etag -> request.header("If-None-Match", etag));
        known.modified().ifPresent(modified -> request.header("If-Modified-Since", modified));
        return request.build();
    }

    /** The client's own time-out ends with the headers; ours ends with the body. */
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, any -> new BoundedBody(mostBytes));
        try {
            return response.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer in time", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            response.cancel(true);
        }
    }

    private static Answer failure(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BoundedBody.TooLargeException) {
                return new Answer.TooLarge();
            }
        }
        return new Answer.Later(e.getClass().getSimpleName(), Optional.empty());
    }

    private Answer answer(URI address, HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 200) {
            return new Answer.Page(response.body(), validators(response.headers()));
        }
        if (status == 304) {
            return new Answer.NotModified();
        }
        if (status >= 500 || TRY_AGAIN.contains(status)) {
            Optional<Duration> after = response.headers()
                    .firstValue("Retry-After")
                    .flatMap(header -> RetryAfter.read(header, clock.instant()));
            return new Answer.Later("status " + status, after);
        }
        return new Answer.Never("The server answers " + status + " to GET " + place(address) + ": "
                + (status == 401 || status == 403 ? "check the credentials." : "check the address."));
    }

    private static Validators validators(HttpHeaders headers) {
        return new Validators(headers.firstValue("ETag"), headers.firstValue("Last-Modified"));
    }

    private boolean sameOrigin(URI address) {
        return origin.getScheme().equalsIgnoreCase(address.getScheme())
                && origin.getHost().equalsIgnoreCase(address.getHost())
                && port(origin) == port(address);
    }

    private static int port(URI address) {
        if (address.getPort() >= 0) {
            return address.getPort();
        }
        return address.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    /** An address without what may hold secrets. */
    private static String place(URI address) {
        String port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost() + port + address.getPath();
    }
}
