package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.Reports.HEMMINGWELL;
import static org.lamplight.streams.Reports.concern;
import static org.lamplight.streams.Reports.local;
import static org.lamplight.streams.Reports.report;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.Topics;
import org.lamplight.schemas.Trend;
import org.lamplight.streams.Live.AsOf;

/** However late a report comes, and whatever clocks say, it counts on the day on which it happened. */
class LateAndEarlyTest {
    private static final Instant NOW = local("2026-03-10T12:00");

    private Pipeline pipeline;

    @BeforeEach
    void open() {
        pipeline = new Pipeline(AreaBook.northamptonshire(), NOW, AsOf.WALL);
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void shouldCountReportsThatAreAnHourADayAMonthAYearAndFiveYearsLate() {
        List<Duration> delays = List.of(
                Duration.ofHours(1),
                Duration.ofDays(1),
                Duration.ofDays(30),
                Duration.ofDays(365),
                Duration.ofDays(5 * 365));

        delays.forEach(delay -> send("late-" + delay, NOW.minus(delay), NOW));
        pipeline.settle();

        assertThat(pipeline.table(Topics.INCIDENT)).hasSize(5);
        assertThat(months()).isEqualTo(Map.of("2026-03-01", 2L, "2026-02-01", 1L, "2025-03-01", 1L, "2021-03-01", 1L));
        assertThat(pipeline.table(Topics.FEED_HEALTH).get("streetsafe").getLate())
                .isEqualTo(3);
        assertThat(pipeline.deadLetters()).isEmpty();
    }

    /** The connector's clock, by which it says when it received the report, against that of the streams application. */
    @ParameterizedTest
    @ValueSource(longs = {-10, -1, 1, 10})
    void shouldNotMindInstancesWhoseClocksDiffer(long minutes) {
        Instant connectorsNow = NOW.plus(Duration.ofMinutes(minutes));

        send("skewed", connectorsNow.minusSeconds(60), connectorsNow);
        pipeline.settle();

        assertThat(months()).isEqualTo(Map.of("2026-03-01", 1L));
        assertThat(pipeline.deadLetters()).isEmpty();
    }

    @Test
    void shouldSetAsideWhatHappenedAfterItWasReceived() {
        send("minutes", NOW.plus(Duration.ofMinutes(4)), NOW);
        send("hours", NOW.plus(Duration.ofHours(2)), NOW);
        pipeline.settle();

        assertThat(pipeline.table(Topics.INCIDENT)).containsOnlyKeys("minutes");
        assertThat(pipeline.deadLetters()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03-30T00:30", "2025-03-30T02:30", "2025-10-26T01:30", "2025-10-26T02:30"})
    void shouldCountTheDaysOnWhichClocksChangeAsOneDayEach(String moment) {
        send("change", local(moment), NOW);
        pipeline.settle();

        String day = LocalDateTime.parse(moment).toLocalDate().toString();
        assertThat(pipeline.table(Topics.INCIDENT).get("change").getFirstDay()).hasToString(day);
        assertThat(pipeline.table(Topics.INCIDENT).get("change").getLastDay()).hasToString(day);
        assertThat(months()).isEqualTo(Map.of(day.substring(0, 7) + "-01", 1L));
    }

    private void send(String id, Instant occurred, Instant received) {
        String at =
                LocalDateTime.ofInstant(occurred, ZoneId.of("Europe/London")).toString();
        pipeline.send(concern(report("streetsafe", id, at, HEMMINGWELL)
                .setOccurredFrom(occurred)
                .setOccurredTo(occurred)
                .setReceivedAt(received)
                .build()));
    }

    /** Reports of the force by month, without the months that have none. */
    private Map<String, Long> months() {
        return pipeline.table(Topics.TREND).entrySet().stream()
                .filter(row -> row.getKey().startsWith("E23000022/streetsafe/MONTH/"))
                .map(Map.Entry::getValue)
                .filter(row -> row.getObserved() > 0)
                .collect(Collectors.toMap(row -> row.getFirstDay().toString(), Trend::getObserved));
    }
}
