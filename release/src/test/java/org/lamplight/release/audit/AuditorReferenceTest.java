package org.lamplight.release.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lamplight.release.SharedReference;

class AuditorReferenceTest {
    @Test
    void shouldFindTheRangesThatAnotherSolverFound() {
        shouldFindRanges(
                SharedReference.lines("inputs/sdc_tables.csv"), SharedReference.lines("expected/sdc_audit.csv"));
    }

    @Test
    void shouldFindTheRangesThatEnumerationFound() throws IOException {
        shouldFindRanges(resource("tables.csv"), resource("ranges.csv"));
    }

    private static void shouldFindRanges(List<String> inputs, List<String> expected) {
        Map<String, PublishedTable> tables = PublishedTable.read(inputs);
        assertThat(expected).isNotEmpty();
        for (String line : expected) {
            String[] fields = line.split(",", -1);
            PublishedTable table = tables.get(fields[0]);

            Interval range = IntegerProgram.exact(table.knowledge, table.row(fields[1]));

            assertThat(range)
                    .as(fields[0] + " " + fields[1])
                    .isEqualTo(new Interval(Long.parseLong(fields[3]), Long.parseLong(fields[4])));
        }
    }

    private static List<String> resource(String name) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AuditorReferenceTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }
}
