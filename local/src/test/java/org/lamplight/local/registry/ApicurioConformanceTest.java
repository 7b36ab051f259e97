package org.lamplight.local.registry;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class ApicurioConformanceTest extends RegistryConformance {
    private static Optional<Apicurio> apicurio = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        apicurio = Apicurio.start();
        assumeTrue(
                apicurio.isPresent(),
                "Apicurio is not in target/apicurio (mvn process-test-resources fetches it) or this JVM cannot run it: see"
                        + " apicurio.log there.");
    }

    @AfterAll
    static void stop() {
        apicurio.ifPresent(Apicurio::close);
    }

    @Override
    String url() {
        return apicurio.orElseThrow().url();
    }
}
