package org.lamplight.ingest.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.lamplight.ingest.source.SourceSettings;

/** The settings of an HTTP connector. */
final class HttpSettings {
    private final AbstractConfig config;
    private final SourceSettings source;

    private HttpSettings(AbstractConfig config) {
        this.config = config;
        this.source = SourceSettings.of(config);
    }

    /**
     * Reads the settings.
     *
     * @throws ConfigException if one of them is wrong, or they contradict one another
     */
    static HttpSettings of(Map<String, String> properties) {
        AbstractConfig config = new AbstractConfig(HttpDefinitions.ALL, properties, false);
        Contradictions.in(config.values()).forEach((name, problem) -> {
            throw new ConfigException(name + ": " + problem);
        });
        return new HttpSettings(config);
    }

    SourceSettings source() {
        return source;
    }

    private URI url() {
        return URI.create(config.getString(HttpDefinitions.URL));
    }

    /** What Kafka Connect keeps the position for. */
    Map<String, String> partition() {
        return HttpPartition.of(source.mapping().source(), config.getString(HttpDefinitions.URL));
    }

    Pager pager() {
        String path = config.getString(HttpDefinitions.PAGING_PATH);
        String parameter = config.getString(HttpDefinitions.PAGING_PARAMETER);
        return switch (config.getString(HttpDefinitions.PAGING)) {
            case "next-link" -> new Pager.NextLink(url(), path);
            case "cursor" -> new Pager.Parameter(url(), path, parameter);
            case "number" -> new Pager.Numbered(url(), parameter, config.getInt(HttpDefinitions.PAGING_FIRST));
            default -> new Pager.Single(url());
        };
    }

    /** Gets pages within these settings' limits. */
    Fetcher fetcher(Clock clock) {
        Duration timeout = Duration.ofMillis(config.getLong(HttpDefinitions.REQUEST_TIMEOUT));
        return new Fetcher(client(), url(), headers(), timeout, config.getInt(HttpDefinitions.MOST_BYTES), clock);
    }

    Backoff backoff(RandomGenerator random) {
        return new Backoff(
                Duration.ofMillis(config.getLong(HttpDefinitions.BACKOFF_FIRST)),
                Duration.ofMillis(config.getLong(HttpDefinitions.BACKOFF_LONGEST)),
                random);
    }

    Duration pollInterval() {
        return Duration.ofMillis(config.getLong(HttpDefinitions.POLL_INTERVAL));
    }

    /** The headers of every request. */
    private Map<String, String> headers() {
        Password token = config.getPassword(HttpDefinitions.BEARER_TOKEN);
        if (token != null) {
            return Map.of("Authorization", "Bearer " + token.value());
        }
        String user = config.getString(HttpDefinitions.BASIC_USER);
        if (user == null) {
            return Map.of();
        }
        String both =
                user + ':' + config.getPassword(HttpDefinitions.BASIC_PASSWORD).value();
        return Map.of(
                "Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8)));
    }

    private HttpClient client() {
        HttpClient.Builder client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(Duration.ofMillis(config.getLong(HttpDefinitions.CONNECT_TIMEOUT)));
        if (config.getString(HttpDefinitions.KEYSTORE) != null
                || config.getString(HttpDefinitions.TRUSTSTORE) != null) {
            client.sslContext(Tls.context(
                    config.getString(HttpDefinitions.KEYSTORE),
                    config.getPassword(HttpDefinitions.KEYSTORE_PASSWORD),
                    config.getString(HttpDefinitions.TRUSTSTORE),
                    config.getPassword(HttpDefinitions.TRUSTSTORE_PASSWORD)));
        }
        return client.build();
    }
}
