package org.lamplight.local.parts;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.release.Cluster;
import org.lamplight.release.ReleaseJob;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.serde.TopicSerdes;

/** Makes the release job of a configuration. */
public final class ReleaseJobs {
    private ReleaseJobs() {}

    /**
     * The job, which connects when it is run.
     *
     * @throws StartException if the area book does not fit what is set
     */
    public static ReleaseJob of(LamplightConfig config, Addresses addresses, AreaBook book, Secrets secrets) {
        Map<String, String> kafka = new KafkaLogins(config, addresses, secrets).client(Principals.RELEASE);
        Map<String, Object> registry = new HashMap<>(config.registry().client());
        registry.put(RegistryConfig.URL, addresses.registry().toString());
        SecretKey key =
                new SecretKeySpec(secrets.get(Secrets.RELEASE_KEY).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        try {
            return new ReleaseJob(
                    new DatabaseLogins(config, addresses, secrets).of(Principals.RELEASE),
                    new Cluster(Map.copyOf(kafka), new TopicSerdes(registry)),
                    book,
                    config.release().settings(),
                    key);
        } catch (IllegalArgumentException e) {
            throw new StartException(e.getMessage(), e);
        }
    }
}
