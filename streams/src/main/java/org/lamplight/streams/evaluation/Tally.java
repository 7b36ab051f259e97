package org.lamplight.streams.evaluation;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.kafka.common.serialization.Serde;
import org.lamplight.streams.outcome.Cohort;
import org.lamplight.streams.outcome.CohortSum;
import org.lamplight.streams.state.Binary;

/**
 * The incidents of a month. Immutable.
 *
 * @param reports those that occurred in it
 * @param cohort those recorded in it, and the outcomes assigned in it
 */
record Tally(long reports, Cohort cohort) {
    static final Tally EMPTY = new Tally(0, Cohort.EMPTY);

    private static final int VERSION = 1;

    /** Incidents more, and less, of a month. */
    static final class Sum {
        private final CohortSum cohort = new CohortSum();
        private long reports;

        void addReports(int by) {
            reports += by;
        }

        CohortSum cohort() {
            return cohort;
        }

        Tally tally() {
            return new Tally(reports, cohort.cohort());
        }
    }

    Tally plus(Tally more) {
        return new Tally(reports + more.reports, cohort.plus(more.cohort));
    }

    long count(Measure measure) {
        return measure instanceof Measure.Outcomes outcomes
                ? cohort.numerator(outcomes.set(), outcomes.basis())
                : reports;
    }

    static Serde<Tally> serde() {
        return Binary.serde(VERSION, Tally::write, Tally::read);
    }

    private static void write(Tally tally, BinaryEncoder out) throws IOException {
        out.writeLong(tally.reports);
        Cohort.write(tally.cohort, out);
    }

    private static Tally read(BinaryDecoder in) throws IOException {
        return new Tally(in.readLong(), Cohort.read(in));
    }
}
