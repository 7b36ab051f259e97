package org.lamplight.streams.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers computed by independent software, where the folder that holds them stands beside the project. */
public final class Reference {
    private Reference() {}

    /** Rows of a file below shared/reference, by column; the test is skipped, visibly, where the folder is absent. */
    public static List<Map<String, String>> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(folder().resolve(file));
            String[] columns = lines.get(0).split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] values = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], values[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolve("shared/reference");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return abort("shared/reference is not beside the project: reference values not compared");
    }

    public static double number(Map<String, String> row, String column) {
        String text = row.get(column);
        return text.isEmpty() || text.equals("NA") ? Double.NaN : Double.parseDouble(text);
    }

    public static long whole(Map<String, String> row, String column) {
        return Long.parseLong(row.get(column));
    }

    /** The largest differences seen between ours and theirs. */
    public static final class Comparison {
        private final String name;
        private long rows;
        private double worstAbsolute;
        private double worstRelative;

        public Comparison(String name) {
            this.name = name;
        }

        public void add(double ours, double theirs) {
            if (Double.isNaN(theirs)) {
                assertThat(ours).as(name).isNaN();
                return;
            }
            assertThat(ours).as(name).isNotNaN();
            double difference = Math.abs(ours - theirs);
            rows++;
            worstAbsolute = Math.max(worstAbsolute, difference);
            if (difference > 0) {
                worstRelative = Math.max(worstRelative, difference / Math.max(Math.abs(theirs), Double.MIN_NORMAL));
            }
        }

        public void shouldBeWithinAbsolute(double tolerance) {
            report(worstAbsolute, "absolute");
            assertThat(worstAbsolute).as(name).isLessThanOrEqualTo(tolerance);
        }

        public void shouldBeWithinRelative(double tolerance) {
            report(worstRelative, "relative");
            assertThat(worstRelative).as(name).isLessThanOrEqualTo(tolerance);
        }

        private void report(double worst, String kind) {
            System.out.printf("reference %-40s %6d values, worst %s difference %.1e%n", name, rows, kind, worst);
            assertThat(rows).as(name).isPositive();
        }
    }
}
