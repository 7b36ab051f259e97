package org.lamplight.local.config;

import java.util.List;
import java.util.Map;

/**
 * Everything that can be set.
 *
 * @param data directory of everything that must survive a restart
 * @param areaBook the shipped area book's name, or the path of another
 * @param kafka the Kafka cluster
 * @param registry the schema registry
 * @param connect Kafka Connect
 * @param database the reporting database
 * @param streams the streams application
 * @param sources the enabled sources
 * @param sourceSettings settings of every source connector
 * @param sinkSettings settings of the connector that writes the reporting database
 * @param demoSeed the demo's seed
 */
public record LamplightConfig(
        DataDirectory data,
        String areaBook,
        KafkaConfig kafka,
        RegistryConfig registry,
        ConnectConfig connect,
        DatabaseConfig database,
        StreamsConfig streams,
        List<SourceConfig> sources,
        Map<String, String> sourceSettings,
        Map<String, String> sinkSettings,
        long demoSeed) {
    /** The name of the shipped area book. */
    public static final String SHIPPED_BOOK = "northamptonshire";

    private static final String PSEUDONYM_KEY = "pseudonym.key";

    /** Refuses parts that could not work together. */
    public LamplightConfig {
        sources = List.copyOf(sources);
        sourceSettings = Map.copyOf(sourceSettings);
        sinkSettings = Map.copyOf(sinkSettings);
        if (!kafka.place().embedded()
                && registry.place().embedded()
                && !connect.place().embedded()) {
            throw new IllegalArgumentException("registry.url is embedded but Kafka and Connect run elsewhere, where"
                    + " nobody can reach it: set registry.url to a registry that all of them reach.");
        }
        if (kafka.place().embedded() && !connect.place().embedded()) {
            throw new IllegalArgumentException("connect.url names workers elsewhere, which cannot reach the embedded"
                    + " broker: set kafka.bootstrap-servers to their cluster.");
        }
        if (!connect.place().embedded() && !sourceSettings.containsKey(PSEUDONYM_KEY)) {
            throw new IllegalArgumentException("connect.url names workers elsewhere, which cannot read the key that"
                    + " Lamplight makes itself: set source-settings.pseudonym.key to how they find it, for example"
                    + " \"${file:/run/secrets/lamplight:key}\".");
        }
    }
}
