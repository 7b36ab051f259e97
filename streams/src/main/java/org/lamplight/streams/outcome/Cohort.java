package org.lamplight.streams.outcome;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.streams.rules.OutcomeSet;

/**
 * The incidents of an area, category and period, by outcome. Immutable.
 *
 * @param recorded incidents recorded in the period
 * @param outcomes of those, how many have each outcome type by now
 * @param assigned how many outcomes of each type were assigned in the period
 */
public record Cohort(long recorded, Map<String, Long> outcomes, Map<String, Long> assigned) {
    /** No incident. */
    public static final Cohort EMPTY = new Cohort(0, Map.of(), Map.of());

    static final int VERSION = 1;

    /** Both cohorts together. */
    public Cohort plus(Cohort more) {
        return new Cohort(recorded + more.recorded, plus(outcomes, more.outcomes), plus(assigned, more.assigned));
    }

    /** Incidents with an outcome of the set. */
    public long numerator(OutcomeSet set, CohortBasis basis) {
        return (basis == CohortBasis.ASSIGNED ? assigned : outcomes)
                .entrySet().stream()
                        .filter(entry -> set.holds(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum();
    }

    /** Of the incidents recorded in the period, those that have an outcome of any type by now. */
    long resolved() {
        return outcomes.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> plus(Map<String, Long> counts, Map<String, Long> more) {
        Map<String, Long> sum = new TreeMap<>(counts);
        more.forEach((type, count) -> add(sum, type, count));
        return sum;
    }

    static void add(Map<String, Long> counts, String type, long by) {
        counts.merge(type, by, (before, more) -> before + more == 0 ? null : before + more);
    }

    /** Writes a cohort. */
    public static void write(Cohort cohort, BinaryEncoder out) throws IOException {
        out.writeLong(cohort.recorded);
        writeCounts(cohort.outcomes, out);
        writeCounts(cohort.assigned, out);
    }

    /** Reads what {@link #write} wrote. */
    public static Cohort read(BinaryDecoder in) throws IOException {
        return new Cohort(in.readLong(), readCounts(in), readCounts(in));
    }

    private static void writeCounts(Map<String, Long> counts, BinaryEncoder out) throws IOException {
        out.writeInt(counts.size());
        for (Map.Entry<String, Long> entry : counts.entrySet()) {
            out.writeString(entry.getKey());
            out.writeLong(entry.getValue());
        }
    }

    private static Map<String, Long> readCounts(BinaryDecoder in) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            counts.put(in.readString(), in.readLong());
        }
        return counts;
    }
}
