package org.lamplight.local.doctor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.ConnectClient;
import org.lamplight.local.parts.Connectors;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.registry.Compatibility;
import org.lamplight.schemas.registry.PublishedSchema;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistryException;
import org.lamplight.schemas.registry.RegistrySetup;
import org.lamplight.schemas.registry.SchemaRegistry;

/** Of the schema registry and of Connect. */
final class ServiceChecks {
    private static final int NOT_FOUND = 404;

    private final LamplightConfig config;
    private final Addresses addresses;
    private final AreaBook book;

    ServiceChecks(LamplightConfig config, Addresses addresses, AreaBook book) {
        this.config = config;
        this.addresses = addresses;
        this.book = book;
    }

    List<Check> all() {
        return List.of(new Check("registry", this::registry), new Check("connectors", this::connectors));
    }

    private String registry(List<Finding> findings) {
        Map<String, Object> settings = new HashMap<>(config.registry().client());
        settings.put(RegistryConfig.URL, addresses.registry().toString());
        SchemaRegistry registry = SchemaRegistry.connect(new RegistryConfig(settings));
        List<Topic<?>> topics = List.copyOf(PartnerTopics.catalogue(book));
        topics.forEach(topic -> look(registry, topic, findings));
        return topics.size() + " subjects";
    }

    private static void look(SchemaRegistry registry, Topic<?> topic, List<Finding> findings) {
        String again = "Start lamplight up again: it sets levels and registers schemas.";
        try {
            registry.lookUp(topic.subject(), PublishedSchema.of(topic.schema()));
            Compatibility wanted = RegistrySetup.levelOf(topic.name());
            Compatibility found = registry.compatibility(topic.subject());
            if (found != wanted) {
                findings.add(new Finding(
                        "The subject %s has the compatibility %s where it should be %s."
                                .formatted(topic.subject(), found, wanted),
                        again));
            }
        } catch (RegistryException e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
            findings.add(new Finding("The registry lacks the schema of " + topic.subject() + ".", again));
        }
    }

    private String connectors(List<Finding> findings) {
        ConnectClient client = new ConnectClient(addresses.connect());
        List<String> wanted = Stream.concat(
                        Stream.of(Connectors.SINK), config.sources().stream().map(Connectors::nameOf))
                .toList();
        for (String connector : wanted) {
            List<ConnectClient.State> states = client.states(connector);
            if (states.size() < 2) {
                findings.add(new Finding(
                        "The connector " + connector + " is not at work.",
                        "Start lamplight up: it makes its connectors."));
            }
            states.stream()
                    .filter(state -> !state.running())
                    .forEach(state -> findings.add(
                            new Finding(state.name() + " is " + state.state() + ".", action(connector, state))));
        }
        return String.join(", ", wanted);
    }

    private String action(String connector, ConnectClient.State state) {
        return state.failed()
                ? "The worker's log says why; then: curl -X POST '%sconnectors/%s/restart?includeTasks=true'"
                        .formatted(addresses.connect(), connector)
                : "If nobody wants that: curl -X PUT %sconnectors/%s/resume".formatted(addresses.connect(), connector);
    }
}
