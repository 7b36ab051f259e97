package org.lamplight.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.lamplight.local.NodeProject;

/** The registry clients of npm. */
final class JavaScriptClients {
    private static final NodeProject CLIENTS = new NodeProject(Path.of("src", "test", "js", "registry"));

    private JavaScriptClients() {}

    /** Has both clients read a record of a topic and write it again; what they say, by client. */
    static JsonNode use(String registryUrl, String topic, byte[] record) throws IOException {
        String text = CLIENTS.node(
                Map.of(), "clients.js", registryUrl, topic, Base64.getEncoder().encodeToString(record));
        return new ObjectMapper().readTree(text);
    }
}
