package org.lamplight.ingest.mapping;

import org.apache.kafka.connect.data.Struct;
import org.lamplight.ingest.rows.Problem;

/** What becomes of a row. */
public sealed interface Outcome {
    /**
     * It is a version of a report.
     *
     * @param key key of its record: source/reportId
     * @param reportId pseudonym of the report
     * @param value the report, on the Connect schema of its kind
     */
    record Accepted(String key, String reportId, Struct value) implements Outcome {}

    /**
     * It breaks a rule.
     *
     * @param problem which, and where
     */
    record Rejected(Problem problem) implements Outcome {}

    /** The mapping does not take such rows. */
    record Skipped() implements Outcome {}
}
