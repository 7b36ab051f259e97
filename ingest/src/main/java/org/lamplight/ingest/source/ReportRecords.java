package org.lamplight.ingest.source;

import java.time.Clock;
import java.util.Date;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.header.ConnectHeaders;
import org.apache.kafka.connect.source.SourceRecord;
import org.lamplight.ingest.mapping.Outcome.Accepted;
import org.lamplight.ingest.rows.Problem;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.connect.ConnectSchemas;

/** Builds the records of one source: its reports, and the rows that could not become one. */
public final class ReportRecords {
    /** Header of every record: name of the file, or path of the page. */
    public static final String FILE = "lamplight.file";
    /** Header of every record: line on which the row starts. */
    public static final String LINE = "lamplight.line";
    /** Header of every record: SHA-256 of the file or page. */
    public static final String SHA256 = "lamplight.sha256";

    private final String source;
    private final String topic;
    private final String rejectedTopic;
    private final Clock clock;
    private final Schema rejected = ConnectSchemas.of(Topics.REJECTED.schema());

    /**
     * Builds records.
     *
     * @param source id of the source
     * @param topic where reports go
     * @param rejectedTopic where rejected rows go
     * @param clock says when a row was rejected
     */
    public ReportRecords(String source, String topic, String rejectedTopic, Clock clock) {
        this.source = source;
        this.topic = topic;
        this.rejectedTopic = rejectedTopic;
        this.clock = clock;
    }

    /**
     * Where a record stands in its source, for Kafka Connect.
     *
     * @param partition what is being read
     * @param offset how far it has been read with this record
     */
    public record Place(Map<String, ?> partition, Map<String, ?> offset) {}

    /** The record of a report. */
    public SourceRecord accepted(Origin origin, long line, Accepted report, Place place) {
        return record(topic, report.key(), report.value(), origin, line, place);
    }

    /** The record of a row, or a file, that could not be taken. */
    public SourceRecord rejected(Origin origin, Problem problem, Place place) {
        Struct value = new Struct(rejected)
                .put("source", source)
                .put("file", origin.file())
                .put("fileSha256", origin.sha256())
                .put("line", problem.line())
                .put("field", problem.field())
                .put("rule", problem.rule())
                .put("message", problem.message())
                .put("rejectedAt", Date.from(clock.instant()));
        String key = source + '/' + origin.sha256() + '/' + problem.line();
        return record(rejectedTopic, key, value, origin, problem.line(), place);
    }

    private static SourceRecord record(String topic, String key, Struct value, Origin origin, long line, Place place) {
        ConnectHeaders headers = new ConnectHeaders();
        headers.addString(FILE, origin.file());
        headers.addLong(LINE, line);
        headers.addString(SHA256, origin.sha256());
        return new SourceRecord(
                place.partition(),
                place.offset(),
                topic,
                null,
                Schema.STRING_SCHEMA,
                key,
                value.schema(),
                value,
                null,
                headers);
    }
}
