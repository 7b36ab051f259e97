package org.lamplight.local.parts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Speaks to a Connect cluster through its REST API. */
public final class ConnectClient {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int MOST_RESTARTS = 3;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ObjectMapper json = new ObjectMapper();
    private final URI base;

    /** A client of the workers at this address. */
    public ConnectClient(URI base) {
        this.base = URI.create(base.toString().replaceFirst("/*$", "/"));
    }

    /**
     * How a connector or one of its tasks is doing.
     *
     * @param name the connector, and the task's number after a slash
     * @param state Connect's word for it, e.g. RUNNING or FAILED
     * @param worker the worker that says so, which may be one of an earlier run
     */
    public record State(String name, String state, String worker) {
        /** Whether it works. */
        public boolean running() {
            return state.equals("RUNNING");
        }

        /** Whether it has given up. */
        public boolean failed() {
            return state.equals("FAILED");
        }
    }

    /**
     * Creates the connector, or gives it this configuration. One that has it already is left alone, for a connector
     * that is configured starts anew.
     *
     * @throws StartException if Connect refuses the configuration, with what it says
     */
    public void put(String connector, Map<String, String> configuration) {
        Map<String, String> wanted = new HashMap<>(configuration);
        wanted.put("name", connector);
        HttpResponse<String> present = sendToSettled(
                request("connectors/" + connector + "/config").GET().build());
        if (present.statusCode() == HttpURLConnection.HTTP_OK && parse(present).equals(json.valueToTree(wanted))) {
            return;
        }
        HttpResponse<String> response = sendToSettled(request("connectors/" + connector + "/config")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json.valueToTree(configuration).toString()))
                .build());
        if (response.statusCode() >= 300) {
            throw new StartException("Connect refuses the connector " + connector + ": " + message(response));
        }
    }

    /** The connectors there are. */
    public List<String> connectors() {
        List<String> names = new ArrayList<>();
        parse(send(request("connectors").GET().build())).forEach(name -> names.add(name.asText()));
        return names;
    }

    /** Removes a connector. What it has read stays known, should it come back. */
    public void delete(String connector) {
        send(request("connectors/" + connector).DELETE().build());
    }

    /** Starts what has failed of a connector again. */
    public void restartFailed(String connector) {
        send(request("connectors/" + connector + "/restart?includeTasks=true&onlyFailed=true")
                .POST(BodyPublishers.noBody())
                .build());
    }

    /**
     * Lets a sink read its topics again from their beginning.
     *
     * @throws StartException if Connect, or the connector, refuses
     */
    public void startOver(String sink) {
        change(request("connectors/" + sink + "/stop").PUT(BodyPublishers.noBody()));
        try {
            change(request("connectors/" + sink + "/offsets").DELETE());
        } finally {
            change(request("connectors/" + sink + "/resume").PUT(BodyPublishers.noBody()));
        }
    }

    /** How a connector and its tasks are doing; empty while Connect does not know it yet. */
    public List<State> states(String connector) {
        HttpResponse<String> response =
                send(request("connectors/" + connector + "/status").GET().build());
        List<State> states = new ArrayList<>();
        if (response.statusCode() == HttpURLConnection.HTTP_OK) {
            JsonNode status = parse(response);
            states.add(state(connector, status.path("connector")));
            status.path("tasks")
                    .forEach(task ->
                            states.add(state(connector + "/" + task.path("id").asText(), task)));
        }
        return states;
    }

    /**
     * Waits until the connector and at least one task of it run.
     *
     * @param worker where they must run; empty for any worker
     * @throws StartException if one fails again and again, or nothing runs after a minute and a half
     */
    public void awaitRunning(String connector, Optional<String> worker) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int restarts = 0;
        List<State> states = states(connector, worker);
        while (states.size() < 2 || !states.stream().allMatch(State::running)) {
            boolean failed = states.stream().anyMatch(State::failed);
            if (System.nanoTime() > deadline || (failed && restarts == MOST_RESTARTS)) {
                throw new StartException("The connector %s does not start (%s); connect.log says why."
                        .formatted(connector, states.isEmpty() ? "not known to Connect" : states));
            }
            if (failed) {
                restarts++;
                restartFailed(connector);
            }
            pause(failed ? PAUSE.multipliedBy(10) : PAUSE);
            states = states(connector, worker);
        }
    }

    /** Connect's refusal while the tasks are still stopping passes, as while its workers settle. */
    private void change(HttpRequest.Builder request) {
        HttpResponse<String> response = sendToSettled(request.build());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (response.statusCode() == HttpURLConnection.HTTP_BAD_REQUEST && System.nanoTime() < deadline) {
            pause(PAUSE);
            response = send(request.build());
        }
        if (response.statusCode() >= 300) {
            throw new StartException("Connect refuses: " + message(response));
        }
    }

    private List<State> states(String connector, Optional<String> worker) {
        return states(connector).stream()
                .filter(state -> worker.isEmpty() || worker.get().equals(state.worker()))
                .toList();
    }

    private static State state(String name, JsonNode status) {
        return new State(
                name, status.path("state").asText(), status.path("worker_id").asText());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    /** Sends it again while the workers agree on who does what, which they answer with 409. */
    private HttpResponse<String> sendToSettled(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> response = send(request);
        while (response.statusCode() == HttpURLConnection.HTTP_CONFLICT && System.nanoTime() < deadline) {
            pause(PAUSE);
            response = send(request);
        }
        return response;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartException("Connect does not answer at " + base + ". Is connect.url right?", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for Connect.", e);
        }
    }

    private String message(HttpResponse<String> response) {
        String message = parse(response).path("message").asText("status " + response.statusCode());
        // Connect adds how to ask again by hand, which says nothing new.
        return message.replaceFirst("(?s)\\s*You can also find the above list.*", "");
    }

    private JsonNode parse(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new StartException("What answers at " + base + " is not Kafka Connect. Is connect.url right?", e);
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.MILLISECONDS.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("Interrupted while waiting for Connect.", e);
        }
    }
}
