package org.lamplight.release.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Sends one signed request. */
final class Sender {
    private static final int GONE = 410;

    private final Duration patience;
    private final HttpClient client;

    /** @param patience how long to wait for a connection, and then for an answer */
    Sender(Duration patience) {
        this.patience = patience;
        // A redirect could lead anywhere, inside too.
        client = HttpClient.newBuilder()
                .version(Version.HTTP_1_1)
                .followRedirects(Redirect.NEVER)
                .connectTimeout(patience)
                .build();
    }

    /**
     * Why a request was not taken.
     *
     * @param problem a sentence; nothing of the answer's content is in it
     * @param gone whether the receiver wants no more of them
     */
    record Failure(String problem, boolean gone) {}

    /**
     * Sends.
     *
     * @param id id of the message, the same each time it is sent
     * @param now when it is sent
     * @return why it was not taken; empty if it was
     */
    Optional<Failure> send(Webhook webhook, String id, Instant now, byte[] body) {
        HttpRequest request = HttpRequest.newBuilder(webhook.url())
                .timeout(patience)
                .header("content-type", "application/json")
                .header("user-agent", "Lamplight")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", webhook.secret().sign(id, now, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            if (!webhook.privateNetwork() && !isPublic(webhook.url().getHost())) {
                return failure("Its address is not public, which needs private-network = true.");
            }
            return judge(status(request));
        } catch (IOException e) {
            return failure(describe(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failure("Lamplight was stopped.");
        }
    }

    /** The client that asks next gets the same addresses, since Java remembers them for a while. */
    private static boolean isPublic(String host) throws UnknownHostException {
        return Stream.of(InetAddress.getAllByName(host)).allMatch(PublicAddress::isPublic);
    }

    /** Reads no body: it says nothing of use, and might never end. */
    private int status(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        response.body().close();
        return response.statusCode();
    }

    private static Optional<Failure> judge(int status) {
        return switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 ->
                failure("It answered " + status + ", a redirect, which is not followed: set url to where it leads.");
            default -> Optional.of(new Failure("It answered " + status + ".", status == GONE));
        };
    }

    private String describe(IOException problem) {
        if (problem instanceof HttpTimeoutException) {
            return "It did not answer within " + patience.toSeconds() + " seconds.";
        }
        if (problem instanceof SSLException) {
            return "Its TLS certificate was not accepted.";
        }
        if (problem instanceof UnknownHostException) {
            return "Its host name is not known.";
        }
        return problem instanceof ConnectException ? "It cannot be reached." : "The connection broke.";
    }

    private static Optional<Failure> failure(String problem) {
        return Optional.of(new Failure(problem, false));
    }
}
