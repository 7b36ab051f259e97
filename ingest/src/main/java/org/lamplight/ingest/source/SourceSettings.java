package org.lamplight.ingest.source;

import static org.lamplight.ingest.source.Definitions.allow;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;
import org.lamplight.areas.AreaBook;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.RowMapper;
import org.lamplight.schemas.Topics;

/**
 * What every source has, however its exports come.
 *
 * @param mapping what makes its rows reports
 * @param topic where reports go
 * @param rejectedTopic where rejected rows go
 * @param areas the area in which places must lie
 * @param key key of the pseudonyms
 */
public record SourceSettings(Mapping mapping, String topic, String rejectedTopic, AreaBook areas, Password key) {
    /** Name or path of the mapping. */
    public static final String MAPPING = "mapping";
    /** Topic of the reports. */
    public static final String TOPIC = "topic";
    /** Topic of the rejected rows. */
    public static final String REJECTED_TOPIC = "rejected.topic";
    /** Name or path of the area book. */
    public static final String AREAS_BOOK = "areas.book";
    /** Key of the pseudonyms. */
    public static final String PSEUDONYM_KEY = "pseudonym.key";

    private static final String NORTHAMPTONSHIRE = "northamptonshire";

    /** Adds these settings to a connector's. */
    public static ConfigDef define(ConfigDef settings) {
        new Definitions(settings, "Source")
                .required(
                        MAPPING,
                        ConfigDef.Type.STRING,
                        allow("a shipped mapping or a file", SourceSettings::readMapping),
                        """
                        The mapping that makes the source's rows reports: the name of a shipped one (streetsafe, \
                        stop-hate-uk, retail), or the path of a file on the worker. docs/MAPPINGS.md explains how to \
                        write one.""")
                .required(PSEUDONYM_KEY, ConfigDef.Type.PASSWORD, allow("a secret", SourceSettings::readKey), """
                        The secret from which pseudonyms of reports and premises are made, at least 16 bytes. Every \
                        connector must have the same, for ever: under another key, every report is a new one. Keep it \
                        in a secret store and refer to it, for example ${file:/run/secrets/lamplight:key}.""")
                .optional(
                        AREAS_BOOK,
                        ConfigDef.Type.STRING,
                        NORTHAMPTONSHIRE,
                        allow("northamptonshire or a file", SourceSettings::readAreas),
                        Importance.MEDIUM,
                        """
                        The area book outside which no report can lie: northamptonshire, which is shipped, or the path \
                        of a book on the worker.""")
                .optional(TOPIC, ConfigDef.Type.STRING, null, null, Importance.LOW, """
                        The topic that reports go to. By default it is that of the mapping's kind, from which the \
                        streams application reads.""")
                .optional(
                        REJECTED_TOPIC,
                        ConfigDef.Type.STRING,
                        Topics.REJECTED.name(),
                        new ConfigDef.NonEmptyString(),
                        Importance.LOW,
                        """
                        The topic that rejected rows go to: where they stand and which rule they broke, never what \
                        they say.""");
        return settings;
    }

    /** The settings of a connector whose definitions include these. */
    public static SourceSettings of(AbstractConfig config) {
        Mapping mapping = readMapping(config.getString(MAPPING));
        String topic = config.getString(TOPIC);
        return new SourceSettings(
                mapping,
                topic == null ? mapping.kind().topic().name() : topic,
                config.getString(REJECTED_TOPIC),
                readAreas(config.getString(AREAS_BOOK)),
                config.getPassword(PSEUDONYM_KEY));
    }

    /** Maps the source's rows. */
    public RowMapper mapper(Clock clock) {
        return new RowMapper(mapping, areas, readKey(key), clock);
    }

    /** Builds the source's records. */
    public ReportRecords records(Clock clock) {
        return new ReportRecords(mapping.source(), topic, rejectedTopic, clock);
    }

    private static Mapping readMapping(Object nameOrFile) {
        return Mapping.read((String) nameOrFile);
    }

    private static AreaBook readAreas(Object nameOrFile) {
        return nameOrFile.equals(NORTHAMPTONSHIRE)
                ? AreaBook.northamptonshire()
                : AreaBook.read(Path.of((String) nameOrFile));
    }

    private static byte[] readKey(Object secret) {
        byte[] bytes = ((Password) secret).value().getBytes(StandardCharsets.UTF_8);
        if (bytes.length < RowMapper.SHORTEST_KEY) {
            throw new IllegalArgumentException("the key must have at least " + RowMapper.SHORTEST_KEY
                    + " bytes; make one with openssl rand -hex 32.");
        }
        return bytes;
    }
}
