package org.lamplight.bench.whole;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.parts.Reporting;
import org.lamplight.local.parts.Secrets;

/** An analyst who asks Lamplight over HTTP. */
final class Visitor {
    private static final int OK = 200;
    private static final Duration VALID = Duration.ofDays(1);

    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;
    private final DataDirectory data;
    private Optional<String> token = Optional.empty();

    /**
     * Asks nothing yet.
     *
     * @param port the reporting service's
     * @param data where the key is, or will be, that signs tokens
     */
    Visitor(int port, DataDirectory data) {
        this.port = port;
        this.data = data;
    }

    /** Whether there is an answer at this path of a port, to whoever asks. */
    boolean isAnswered(int port, String path) throws IOException, InterruptedException {
        return client.send(request(port, path).build(), BodyHandlers.discarding())
                        .statusCode()
                == OK;
    }

    /** Whether the reporting service has its first page. */
    boolean hasPage() throws IOException, InterruptedException {
        return isAnswered(port, "/");
    }

    /**
     * Whether it has rows of a collection.
     *
     * @param rows which of which collection, such as {@code hotspots/items.csv?limit=1}
     */
    boolean hasRows(String rows) throws IOException, InterruptedException {
        if (token().isEmpty()) {
            return false;
        }
        HttpRequest request = request(port, "/api/collections/" + rows)
                .header("Authorization", "Bearer " + token().get())
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        // The first line has the names of the columns.
        return answer.statusCode() == OK && answer.body().lines().count() > 1;
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    /** Once there is a key that it can be signed with. */
    private Optional<String> token() {
        if (token.isEmpty() && Files.exists(data.secrets().resolve(Secrets.TOKEN_KEY))) {
            Secrets secrets = new Secrets(data.secrets(), new SecureRandom());
            token = Optional.of(Reporting.tokens(secrets, Clock.systemUTC()).issue("bench", Principals.ANALYST, VALID));
        }
        return token;
    }
}
