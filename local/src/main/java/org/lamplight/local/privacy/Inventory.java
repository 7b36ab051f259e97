package org.lamplight.local.privacy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lamplight.ingest.mapping.Kind;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.SourceConfig;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.terminal.Durations;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topic.Cleanup.Compact;
import org.lamplight.schemas.Topic.Cleanup.Delete;
import org.lamplight.schemas.Topics;
import org.lamplight.sink.ReportingSinkConnector;

/** What a Lamplight of a configuration holds where, how long, and who reads it. */
public final class Inventory {
    /** How the place of a table begins. */
    static final String TABLE = "table lamplight.";

    private static final String PARTNER = "partner.";
    private static final String OPERATOR = "operator";
    private static final String PIPELINE = "the pipeline only";
    private static final String ANALYSTS = "police analysts, through views";
    private static final String LATEST = "as long as it is so; overwritten versions ";

    private static final Map<String, String> OWN_TABLES = Map.of(
            "area", "the area book: names, residents",
            "kafka_offset", "how far the sink has come",
            "reader", "which database role may read whose rows",
            "release", "releases",
            "released", "released figures",
            "webhook", "how the sending of releases to each webhook is doing",
            "webhook_delivery", "which releases each webhook has",
            "flyway_schema_history", "the tables' own versions");

    private final LamplightConfig config;

    /** The inventory of a configuration. */
    public Inventory(LamplightConfig config) {
        this.config = config;
    }

    /**
     * Something that is held.
     *
     * @param place where
     * @param what what it is
     * @param data which categories of data it has
     * @param kept how long
     * @param readers who reads it
     */
    public record Entry(String place, String what, String data, String kept, String readers) {}

    /** What topics hold of each kind, by the name of the topic. */
    private enum Content {
        REPORTS(
                "reports as received",
                "pseudonym, cell of 130 m, times, answers; hate referrals: strands, consent; retail: value, pseudonym of"
                        + " the shop, whether the offender is known; texts of unknown codes",
                PIPELINE),
        REJECTED("rows that could not be taken", "file, line and rule; nothing of the row", ANALYSTS),
        INCIDENTS(
                "reports that stand, de-identified",
                "pseudonym, cell of 130 m (none without police consent), times, reasons",
                "police analysts, through analyst.incident: only reports with police consent"),
        COUNTS("exact live counts and statistics", "counts of small areas and cells; no pseudonyms", ANALYSTS),
        HEALTH("how each source is doing", "counts, and the times of the latest event and receipt", ANALYSTS),
        RELEASES(
                "released figures and what each release consists of",
                "counts made safe for publication",
                "partner councils and the force"),
        LETTERS("what could not be read or stored, as it came", "as the topic that it was for", OPERATOR);

        private final String what;
        private final String data;
        private final String readers;

        Content(String what, String data, String readers) {
            this.what = what;
            this.data = data;
            this.readers = readers;
        }
    }

    private static final Map<String, Content> BY_TOPIC = byTopic();

    private static Map<String, Content> byTopic() {
        Map<String, Content> contents = new LinkedHashMap<>();
        Topics.INTAKE.forEach(topic -> contents.put(topic.name(), Content.REPORTS));
        contents.put(Topics.REJECTED.name(), Content.REJECTED);
        contents.put(Topics.INCIDENT.name(), Content.INCIDENTS);
        List.of(Topics.HOTSPOT, Topics.ALERT, Topics.TREND, Topics.OUTCOME, Topics.EVALUATION)
                .forEach(topic -> contents.put(topic.name(), Content.COUNTS));
        contents.put(Topics.FEED_HEALTH.name(), Content.HEALTH);
        contents.put(Topics.RELEASE_LOG.name(), Content.RELEASES);
        contents.put(Topics.DEAD_LETTER, Content.LETTERS);
        return contents;
    }

    /** How long reports are kept, by source. */
    public Map<String, Duration> retentions() {
        Map<String, Duration> retentions = new LinkedHashMap<>();
        for (SourceConfig source : config.sources()) {
            Mapping mapping = Mapping.read(source.mapping());
            retentions.put(
                    mapping.source(), source.retention().orElse(mapping.kind().retention()));
        }
        return retentions;
    }

    /** Everything that is held, in the order of its way. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(
                "files: inbox of each source",
                "exports as the sources made them",
                "everything that the source exports, names and free text included",
                words(config.retention().files()) + " after they were read or refused",
                OPERATOR));
        PartnerTopics.catalogue(AreaBooks.read(config)).forEach(topic -> entries.add(entry(topic)));
        entries.add(entry(Topics.DEAD_LETTER, words(Topics.REJECTED_RETENTION)));
        entries.add(new Entry(
                "topics and files: state of the streams application",
                "the register of reports that stand, and counts",
                "as core.incident; of a removed report its pseudonym and nothing else",
                LATEST + bound(),
                PIPELINE));
        entries.addAll(tables());
        entries.add(new Entry(
                "files: data/logs",
                "what the parts did",
                "counts and topics; no content",
                "at most 40 MB a part",
                OPERATOR));
        entries.add(new Entry(
                "files: data/secrets",
                "the key of pseudonyms, passwords",
                "who has the key can tell the pseudonym of an id",
                "as long as the data",
                OPERATOR));
        return entries;
    }

    private List<Entry> tables() {
        List<Entry> tables = new ArrayList<>();
        new TreeMap<>(ReportingSinkConnector.topicsByTable()).forEach((table, topic) -> {
            Content content = content(topic);
            String kept = topic.equals(Topics.REJECTED.name()) ? words(Topics.REJECTED_RETENTION) : "as its topic";
            tables.add(new Entry(TABLE + table, content.what, content.data, kept, content.readers));
        });
        tables.add(new Entry(
                TABLE + "access_log",
                "who asked the reporting service for what",
                "names of readers as their tokens have them; nothing of reports",
                words(config.retention().accessLog()),
                OPERATOR));
        new TreeMap<>(OWN_TABLES)
                .forEach((table, what) ->
                        tables.add(new Entry(TABLE + table, what, "nothing of people", "for ever", PIPELINE)));
        return tables;
    }

    private Entry entry(Topic<?> topic) {
        return entry(topic.name(), kept(topic));
    }

    private static Entry entry(String topic, String kept) {
        Content content = content(topic);
        return new Entry("topic " + topic, content.what, content.data, kept, content.readers);
    }

    private static Content content(String topic) {
        Content content = topic.startsWith(PARTNER) ? Content.RELEASES : BY_TOPIC.get(topic);
        if (content == null) {
            throw new IllegalStateException("The inventory has no entry for the topic " + topic + ".");
        }
        return content;
    }

    private String kept(Topic<?> topic) {
        if (Topics.INTAKE.contains(topic)) {
            return byKind(topic) + "; withdrawn reports " + bound();
        }
        if (topic.cleanup() instanceof Compact) {
            return LATEST + bound();
        }
        return topic.cleanup() instanceof Delete delete
                ? delete.retention().map(Durations::words).orElse("for ever")
                : "";
    }

    private String byKind(Topic<?> topic) {
        String sources = config.sources().stream()
                .map(source -> Mapping.read(source.mapping()))
                .filter(mapping -> mapping.kind().topic().equals(topic))
                .map(mapping -> mapping.source() + " " + words(retentions().get(mapping.source())))
                .collect(Collectors.joining(", "));
        return sources.isEmpty() ? words(Kind.of(topic).retention()) : sources;
    }

    private String bound() {
        return "at most " + words(config.retention().erasure().within());
    }

    private static String words(Duration duration) {
        return Durations.words(duration);
    }
}
