package org.lamplight.local.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lamplight.local.parts.Monitoring;
import org.lamplight.monitoring.Metric;

/** docs/MONITORING.md lists what is measured. Run with -Dlamplight.update=true to write its table anew. */
class MonitoringDocTest {
    private static final Path PAGE = Path.of("../docs/MONITORING.md");
    private static final String HEAD = "| metric | labels | meaning |\n|---|---|---|\n";

    @Test
    void shouldListEveryMetric() throws IOException {
        String page = Files.readString(PAGE);
        int table = page.indexOf(HEAD) + HEAD.length();
        String wanted = page.substring(0, table) + rows() + page.substring(page.indexOf("\n\n", table) + 1);

        if (Boolean.getBoolean("lamplight.update")) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(PAGE).hasContent(wanted);
    }

    @Test
    void shouldEndNamesAsPrometheusDoes() {
        assertThat(Monitoring.catalogue()).allSatisfy(metric -> {
            assertThat(metric.name()).matches("[a-z][a-z0-9_]*");
            assertThat(metric.name().endsWith("_total")).isEqualTo(metric.kind() == Metric.Kind.COUNTER);
            assertThat(metric.description()).endsWith(".");
        });
        assertThat(Monitoring.catalogue()).extracting(Metric::name).doesNotHaveDuplicates();
    }

    private static String rows() {
        return Monitoring.catalogue().stream()
                .sorted(Comparator.comparing(Metric::name))
                .map(metric -> "| `%s` | %s | %s |\n"
                        .formatted(
                                metric.name(),
                                metric.labels().stream()
                                        .map(label -> "`" + label + "`")
                                        .collect(Collectors.joining(", ")),
                                metric.description()))
                .collect(Collectors.joining());
    }
}
