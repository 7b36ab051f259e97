package org.lamplight.local.registry;

import java.time.Duration;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.local.containers.Images;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Registries in the versions that users run. */
@ParameterizedClass
@MethodSource("org.lamplight.local.containers.Images#registry")
class RegistryImagesTest extends RegistryConformance {
    private static final String PATH = "/apis/ccompat/v7";
    private static final int PORT = 8080;

    private static GenericContainer<?> registry;

    @SuppressWarnings("unused") // the class is parameterised, not each of its tests
    private final String image;

    RegistryImagesTest(String image) {
        this.image = image;
    }

    @BeforeParameterizedClassInvocation
    static void start(String image) {
        registry = new GenericContainer<>(Images.here(image, image))
                .withExposedPorts(PORT)
                .withEnv("QUARKUS_HTTP_HOST", "0.0.0.0")
                .waitingFor(Wait.forHttp(PATH + "/subjects").forPort(PORT).withStartupTimeout(Duration.ofMinutes(3)));
        registry.start();
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (registry != null) {
            registry.stop();
        }
    }

    @Override
    String url() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(PORT) + PATH;
    }
}
