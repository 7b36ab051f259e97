package org.lamplight.local.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.lamplight.local.parts.StartException;

/**
 * Holds what is on the topics and in the tables against what must be there.
 *
 * @param tables the reporting database
 * @param topics the broker's topics
 * @param expected what must be there
 */
public record Comparison(ReportTables tables, TopicContents topics, Expected expected) {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * Waits until everything is in the tables, and compares.
     *
     * @param catchUp how long that may take
     */
    public void assertEqual(Duration catchUp) {
        await().atMost(catchUp)
                .pollInterval(Duration.ofSeconds(1))
                .ignoreException(StartException.class)
                .untilAsserted(() -> assertThat(tables.rowsTaken()).isEqualTo(expected.rows()));
        TopicContents.Count intake = topics.intake();
        System.out.printf("intake: %d records of %d rows%n", intake.records(), intake.rows());
        assertThat(intake.records())
                .as("accepted rows in the intake topics")
                .isEqualTo(expected.rows() - expected.bad());
        assertThat(intake.rows()).as("different rows in the intake topics").isEqualTo(intake.records());
        assertThat(tables.rejected()).as("rejected rows").isEqualTo(expected.bad());

        Map<String, Report> reports = expected.reports();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Outcome.of(reports, tables.incidents()))
                    .as("incidents in the database")
                    .isEqualTo(Outcome.EQUAL);
            assertThat(tables.months()).as("reports by month").isEqualTo(expected.months());
            Map<String, Long> surfaces = tables.surfaces();
            assertThat(surfaces).as("reports on the surfaces").isEqualTo(expected.surfaces(asOf(surfaces)));
        });
        Outcome incidents = Outcome.of(reports, topics.incidents());
        System.out.printf("incidents: %d expected, topic %s%n", reports.size(), incidents);
        assertThat(incidents).as("incidents in the topic").isEqualTo(Outcome.EQUAL);
        assertThat(topics.deadLetters()).as("records that the sink set aside").isZero();
    }

    private static LocalDate asOf(Map<String, Long> surfaces) {
        String key = surfaces.keySet().iterator().next();
        return LocalDate.parse(key.substring(key.indexOf(' ') + 1));
    }
}
