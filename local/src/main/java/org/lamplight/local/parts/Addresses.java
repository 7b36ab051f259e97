package org.lamplight.local.parts;

import java.net.URI;
import java.util.function.ToIntFunction;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.PartnersConfig;
import org.lamplight.local.config.Place;
import org.lamplight.local.config.Place.Embedded;
import org.lamplight.local.config.Place.External;
import org.lamplight.local.config.Port;

/**
 * Where each part is or will be reached. Ports are chosen before anything starts, so that parts can start at the same
 * time.
 *
 * @param bootstrapServers the Kafka cluster, as host:port,host:port
 * @param partners where partners reach the embedded broker, as host:port; empty for a cluster elsewhere
 * @param registry the schema registry's URL
 * @param connect the URL of Connect's REST API
 * @param database the reporting database's JDBC URL, without user and password
 */
public record Addresses(String bootstrapServers, String partners, URI registry, URI connect, String database) {
    private static final String HOST = "127.0.0.1";

    /**
     * The configured addresses; finds ports for the parts that are embedded.
     *
     * @throws StartException if a port is in use
     */
    public static Addresses choose(LamplightConfig config) {
        return new Addresses(
                address(config.kafka().place(), HOST + ":%d", "kafka.port", "Kafka broker"),
                partners(config, port -> Ports.choose(port, "kafka.partners.port", "Kafka broker")),
                URI.create(address(config.registry().place(), "http://" + HOST + ":%d", "registry.port", "registry")),
                URI.create(address(
                        config.connect().place(), "http://" + HOST + ":%d/", "connect.port", "REST API of Connect")),
                address(
                        config.database().place(),
                        "jdbc:postgresql://" + HOST + ":%d/" + EmbeddedDatabase.NAME,
                        "database.port",
                        "database"));
    }

    /** The configured addresses of a Lamplight that runs already. */
    public static Addresses of(LamplightConfig config) {
        return new Addresses(
                address(config.kafka().place(), HOST + ":%d"),
                partners(config, Port::number),
                URI.create(address(config.registry().place(), "http://" + HOST + ":%d")),
                URI.create(address(config.connect().place(), "http://" + HOST + ":%d/")),
                address(config.database().place(), "jdbc:postgresql://" + HOST + ":%d/" + EmbeddedDatabase.NAME));
    }

    /** Where the embedded broker listens. */
    public int brokerPort() {
        return port(bootstrapServers);
    }

    /** Where the embedded registry listens. */
    public int registryPort() {
        return registry.getPort();
    }

    /** Where the embedded worker's REST API listens. */
    public int connectPort() {
        return connect.getPort();
    }

    /** Where the embedded database listens. */
    public int databasePort() {
        return port(database);
    }

    private static String partners(LamplightConfig config, ToIntFunction<Port> number) {
        PartnersConfig partners = config.kafka().partners();
        return config.kafka().place().embedded() ? partners.host() + ":" + number.applyAsInt(partners.port()) : "";
    }

    private static String address(Place place, String form, String key, String part) {
        return place instanceof Embedded embedded
                ? form.formatted(Ports.choose(embedded.port(), key, part))
                : ((External) place).address();
    }

    private static String address(Place place, String form) {
        return place instanceof Embedded embedded
                ? form.formatted(embedded.port().number())
                : ((External) place).address();
    }

    private static int port(String address) {
        return Integer.parseInt(address.replaceFirst("^.*:(\\d+)[^:]*$", "$1"));
    }
}
