package org.lamplight.local.readers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lamplight.local.Lamplight;
import org.lamplight.local.Platform;
import org.lamplight.local.commands.Console;

/** A running Lamplight over the demo's year, asked over HTTP by those to whom {@code lamplight token} gave a token. */
final class DemoService implements AutoCloseable {
    static final String NORTH = "North Northamptonshire";
    static final String WEST = "West Northamptonshire";
    static final String NOBODY = "nobody";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoDatabase database;
    private final Platform platform;
    private final String address;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    DemoService(DemoDatabase database) {
        this.database = database;
        platform = database.start();
        address = platform.page().orElseThrow().replaceFirst("/#.*", "");
    }

    Platform platform() {
        return platform;
    }

    /** Where the API is. */
    String api() {
        return address + "/api";
    }

    /** What {@code lamplight token} prints for this reader. */
    String token(String reader) {
        return tokens.computeIfAbsent(reader, this::issue);
    }

    private String issue(String reader) {
        StringWriter out = new StringWriter();
        Console console = new Console(new PrintWriter(out, true), new PrintWriter(out, true), false, Clock.systemUTC());
        int code = Lamplight.commandLine(database.home(), Map.of(), console).execute("token", reader);
        assertThat(code).as(out.toString()).isZero();
        return out.toString().strip();
    }

    /** A request by this reader, or by {@link #NOBODY}. */
    private HttpRequest request(String target, String reader) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + target)).timeout(Duration.ofMinutes(5));
        if (!reader.equals(NOBODY)) {
            request.header("Authorization", "Bearer " + token(reader));
        }
        return request.build();
    }

    HttpResponse<String> get(String target, String reader) {
        return send(request(target, reader), BodyHandlers.ofString());
    }

    /** The lines that a page hears which this reader has open; to be closed. */
    Stream<String> live(String reader) {
        return send(request("/api/live", reader), BodyHandlers.ofLines()).body();
    }

    /** An answer that is there, as JSON. */
    JsonNode json(String target, String reader) {
        HttpResponse<String> answer = get(target, reader);
        assertThat(answer.statusCode()).as(target + " as " + reader).isEqualTo(200);
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) {
        try {
            return client.send(request, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        platform.close();
    }
}
