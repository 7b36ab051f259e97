package org.lamplight.local.containers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;

/**
 * The images of servers that users run: what docker-compose.yml takes, and older ones. Those that are not on this machine
 * are left out, for a test must not wait for a download; {@code docker pull} them, or run docker/stand-ins/build.
 */
public final class Images {
    private static final Path COMPOSE = Path.of("..", ".env");

    private Images() {}

    /** Brokers. */
    public static Stream<String> kafka() {
        return Stream.of(used("KAFKA_IMAGE"), "apache/kafka:4.1.0", "apache/kafka:4.0.0");
    }

    /** Registries. */
    public static Stream<String> registry() {
        return Stream.of(used("REGISTRY_IMAGE"), "apicurio/apicurio-registry-mem:2.6.13.Final");
    }

    /** Databases. */
    public static Stream<String> postgres() {
        return Stream.of(used("POSTGRES_IMAGE"), "postgres:17", "postgres:16", "postgres:15");
    }

    /** The image by this name, as a substitute for the one that a container class was made for; skips where it is missing. */
    public static DockerImageName here(String image, String substituteFor) {
        assumeTrue(DockerClientFactory.instance().isDockerAvailable(), "There is no Docker Engine here.");
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
        } catch (NotFoundException e) {
            assumeTrue(false, image + " is not on this machine: docker pull " + image);
        }
        return DockerImageName.parse(image).asCompatibleSubstituteFor(substituteFor);
    }

    private static String used(String variable) {
        Properties variables = new Properties();
        try (Reader reader = Files.newBufferedReader(COMPOSE)) {
            variables.load(reader);
        } catch (IOException e) {
            throw new IllegalStateException(COMPOSE + " cannot be read.", e);
        }
        return variables.getProperty(variable);
    }
}
