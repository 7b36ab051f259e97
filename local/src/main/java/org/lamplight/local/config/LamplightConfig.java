package org.lamplight.local.config;

import java.util.List;
import java.util.Map;
import org.lamplight.release.webhook.Webhook;
import org.lamplight.streams.evaluation.Design;

/**
 * Everything that can be set.
 *
 * @param data directory of everything that must survive a restart
 * @param areaBook the shipped area book's name, or the path of another
 * @param logs where running parts log
 * @param kafka the Kafka cluster
 * @param registry the schema registry
 * @param connect Kafka Connect
 * @param database the reporting database
 * @param streams the streams application
 * @param release the release job
 * @param reporting the reporting service
 * @param monitoring where a running part says how it is
 * @param evaluations what is compared before and after something was done
 * @param webhooks where releases are sent for partners without Kafka
 * @param sources the enabled sources
 * @param retention how long what is held is kept
 * @param sourceSettings settings of every source connector
 * @param sinkSettings settings of the connector that writes the reporting database
 * @param demoSeed the demo's seed
 */
public record LamplightConfig(
        DataDirectory data,
        String areaBook,
        LogFormat logs,
        KafkaConfig kafka,
        RegistryConfig registry,
        ConnectConfig connect,
        DatabaseConfig database,
        StreamsConfig streams,
        ReleaseConfig release,
        ReportingConfig reporting,
        MonitoringConfig monitoring,
        List<Design> evaluations,
        List<Webhook> webhooks,
        List<SourceConfig> sources,
        RetentionConfig retention,
        Map<String, String> sourceSettings,
        Map<String, String> sinkSettings,
        long demoSeed) {
    /** The name of the shipped area book. */
    public static final String SHIPPED_BOOK = "northamptonshire";

    private static final String PSEUDONYM_KEY = "pseudonym.key";

    /** Refuses parts that could not work together. */
    public LamplightConfig {
        evaluations = List.copyOf(evaluations);
        webhooks = List.copyOf(webhooks);
        sources = List.copyOf(sources);
        sourceSettings = Map.copyOf(sourceSettings);
        sinkSettings = Map.copyOf(sinkSettings);
        if (!connect.place().embedded()) {
            refuseEmbedded("kafka.bootstrap-servers", kafka.place());
            refuseEmbedded("registry.url", registry.place());
            refuseEmbedded("database.url", database.place());
        }
        if (!connect.place().embedded() && !sourceSettings.containsKey(PSEUDONYM_KEY)) {
            throw new IllegalArgumentException("connect.url names workers elsewhere, which cannot read the key that"
                    + " Lamplight makes itself: set source-settings.pseudonym.key to how they find it, for example"
                    + " \"${file:/run/secrets/lamplight:key}\".");
        }
    }

    /** The same with other evaluations. */
    public LamplightConfig withEvaluations(List<Design> others) {
        return new LamplightConfig(
                data,
                areaBook,
                logs,
                kafka,
                registry,
                connect,
                database,
                streams,
                release,
                reporting,
                monitoring,
                others,
                webhooks,
                sources,
                retention,
                sourceSettings,
                sinkSettings,
                demoSeed);
    }

    private static void refuseEmbedded(String key, Place place) {
        if (place.embedded()) {
            throw new IllegalArgumentException(
                    "connect.url names workers elsewhere, which reach nothing that is embedded" + " here: set " + key
                            + " to an address that they reach.");
        }
    }
}
