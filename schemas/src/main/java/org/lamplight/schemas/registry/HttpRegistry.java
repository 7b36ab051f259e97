package org.lamplight.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.errors.InterruptException;

/** A registry that speaks the Confluent REST API: Confluent's own, Apicurio under its path, or the embedded one. */
final class HttpRegistry implements SchemaRegistry {
    private static final String CONTENT_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int LONGEST_REASON = 500;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryConfig config;
    private final List<URI> addresses;
    private final Optional<Password> authorization;
    private final HttpClient client;

    HttpRegistry(RegistryConfig config) {
        this.config = config;
        this.addresses = config.addresses();
        this.authorization = config.authorization();
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(send("POST", "/subjects/" + encode(subject) + "/versions", Map.of("schema", schema.toString())));
    }

    @Override
    public int lookUp(String subject, Schema schema) {
        return id(send("POST", "/subjects/" + encode(subject), Map.of("schema", schema.toString())));
    }

    @Override
    public Schema schema(int id) {
        JsonNode answer = send("GET", "/schemas/ids/" + id, Map.of());
        String type = answer.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") || !answer.path("references").isEmpty()) {
            throw new RegistryException(
                    "The schema with the id " + id + " is not an Avro schema that stands on its own.", 422);
        }
        try {
            return new Schema.Parser().parse(answer.path("schema").asText());
        } catch (AvroRuntimeException e) {
            throw new RegistryException("The schema with the id " + id + " is not valid Avro.", 422, e);
        }
    }

    @Override
    public void setCompatibility(String subject, Compatibility level) {
        send("PUT", "/config/" + encode(subject), Map.of("compatibility", level.name()));
    }

    @Override
    public Compatibility compatibility(String subject) {
        String level = send("GET", "/config/" + encode(subject), Map.of())
                .path("compatibilityLevel")
                .asText();
        return Stream.of(Compatibility.values())
                .filter(known -> known.name().equals(level))
                .findFirst()
                .orElseThrow(() -> new RegistryException("The registry answered with no level of compatibility.", 502));
    }

    private JsonNode send(String method, String path, Map<String, String> body) {
        for (int attempt = 0; ; attempt++) {
            URI address = addresses.get(attempt % addresses.size());
            try {
                HttpResponse<String> response =
                        client.send(request(method, address, path, body), BodyHandlers.ofString());
                if (response.statusCode() < 500 && response.statusCode() != 429) {
                    return answer(method, path, response);
                }
                throw new IOException("it answered " + response.statusCode());
            } catch (IOException e) {
                if (attempt >= config.retries()) {
                    throw new RegistryUnavailableException(
                            "No schema registry answers at " + addresses + " after " + (attempt + 1)
                                    + " tries. Check that it runs and that " + RegistryConfig.URL + " names it.",
                            e);
                }
                pause(attempt);
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
    }

    private HttpRequest request(String method, URI address, String path, Map<String, String> body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(config.readTimeout())
                .header("Accept", CONTENT_TYPE + ", application/json")
                .header("Content-Type", CONTENT_TYPE);
        authorization.ifPresent(password -> request.header("Authorization", password.value()));
        return request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)))
                .build();
    }

    private static JsonNode answer(String method, String path, HttpResponse<String> response) {
        JsonNode answer = parse(response.body());
        if (response.statusCode() >= 300) {
            throw new RegistryException(
                    "The schema registry refused %s %s with %d: %s"
                            .formatted(method, path, response.statusCode(), reason(answer)),
                    response.statusCode());
        }
        return answer;
    }

    private static int id(JsonNode answer) {
        if (!answer.path("id").isInt()) {
            throw new RegistryException("The schema registry answered without an id; is it one?", 502);
        }
        return answer.get("id").asInt();
    }

    private static String reason(JsonNode answer) {
        String message = answer.path("message").asText("no reason given");
        return message.length() > LONGEST_REASON ? message.substring(0, LONGEST_REASON) + "…" : message;
    }

    private static JsonNode parse(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private static String json(Map<String, String> body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts is always JSON.", e);
        }
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(config.waitBefore(attempt).toMillis());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
