package org.lamplight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;

/** Holds the demo's year against the published figures it is calibrated to. */
class CalibrationTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-16T10:15:30Z"), ZoneOffset.UTC);
    private static final double SCALE = 6;
    private static final Set<String> POSITIVE = Set.of("1", "1A", "2", "3", "8");

    private static List<Map<String, String>> concerns;
    private static List<JsonNode> referrals;
    private static Collection<Map<String, String>> submissions;
    private static Map<String, Planted> planted;

    @BeforeAll
    static void writeAndReadAYear(@TempDir Path inbox) {
        planted = new DemoFeeds(42, SCALE, inbox, AreaBook.northamptonshire(), CLOCK).history(Progress.NONE);
        concerns = Exports.csv(inbox.resolve("streetsafe"), ",", StandardCharsets.UTF_8)
                .toList();
        referrals = Exports.lines(inbox.resolve("stop-hate-uk"), StandardCharsets.UTF_8)
                .map(CalibrationTest::json)
                .toList();
        submissions = latest(Exports.csv(inbox.resolve("retail"), ";", Charset.forName("windows-1252"))
                .toList());
    }

    @Test
    void shouldHaveThePublishedVolumeOfConcerns() {
        assertThat(concerns.size() / SCALE / 52).isBetween(4.5, 6.0);
    }

    @Test
    void shouldShareOutFirstReasonsAsInNorfolk() {
        Map<String, Double> place = shares(firsts(concerns, "Place reasons"));
        Map<String, Double> behaviour = shares(firsts(concerns, "Behaviour reasons"));

        assertThat(place.get("Badly lit")).isCloseTo(268 / 1095.0, within(0.03));
        assertThat(place.get("Absence of CCTV")).isCloseTo(208 / 1095.0, within(0.03));
        assertThat(place.get("Signs of drug or alcohol use")).isCloseTo(181 / 1095.0, within(0.03));
        assertThat(place.get("Run-down")).isCloseTo(92 / 1095.0, within(0.03));
        assertThat(behaviour.get("Being followed")).isCloseTo(135 / 486.0, within(0.03));
        assertThat(behaviour.get("Verbal harassment by one stranger")).isCloseTo(98 / 486.0, within(0.03));
    }

    @Test
    void shouldComeFromWomenAsOftenAsPublished() {
        assertThat(share(concerns, row -> row.get("Gender").endsWith("WOMAN"))).isCloseTo(0.72, within(0.03));
    }

    @Test
    void shouldShareOutStrandsAndContactsAsPublished() {
        List<JsonNode> first = referrals.stream()
                .filter(row -> row.path("version").asInt() == 1)
                .toList();
        Map<String, Double> strands = shares(
                first.stream().map(row -> row.path("strands").path(0).asText()).toList());

        assertThat(strands.get("Race")).isCloseTo(0.30, within(0.03));
        assertThat(strands.get("Disability")).isCloseTo(0.28, within(0.03));
        assertThat(share(first, CalibrationTest::outsideOfficeHours)).isCloseTo(0.43, within(0.03));
        assertThat(share(first, row -> row.path("channel").asText().equals("web")))
                .isCloseTo(0.65, within(0.03));
    }

    @Test
    void shouldHaveThePublishedVolumeOfSubmissionsInEveryWholeMonth() {
        Map<String, Long> months = submissions.stream()
                .map(row -> row.get("Reported").substring(3, 10))
                .collect(Collectors.groupingBy(month -> month, Collectors.counting()));

        months.remove("03/2025");
        months.remove("03/2026");

        assertThat(months).hasSize(11);
        assertThat(months.values())
                .allSatisfy(count -> assertThat(count / SCALE).isBetween(417.0, 736.0));
    }

    @Test
    void shouldCloseAFewPositivelyAndAFortnightLaterInTheMedian() {
        List<Map<String, String>> closed = submissions.stream()
                .filter(row -> row.get("Status").equals("Closed"))
                .toList();
        List<Long> days = closed.stream()
                .map(row -> ChronoUnit.DAYS.between(date(row.get("Reported")), date(row.get("Outcome date"))))
                .sorted()
                .toList();

        assertThat(share(closed, row -> POSITIVE.contains(row.get("Outcome")))).isBetween(0.13, 0.20);
        assertThat(days.get(days.size() / 2)).isBetween(13L, 17L);
    }

    @Test
    void shouldShowThePilotInTheNorthAlone() {
        double north = positiveAfterPilot("N") / positiveBeforePilot("N");
        double west = positiveAfterPilot("W") / positiveBeforePilot("W");

        assertThat(north).isGreaterThan(1.8);
        assertThat(west).isLessThan(1.4);
    }

    @Test
    void shouldPlantAboutOneBadRowInAHundred() {
        Planted all = planted.values().stream().reduce(Planted.NOTHING, Planted::plus);

        planted.forEach((source, account) ->
                assertThat((double) account.bad() / account.rows()).as(source).isBetween(0.005, 0.02));
        assertThat((double) all.otherCodes() / all.rows()).isBetween(0.003, 0.007);
        assertThat(planted.get("streetsafe").repeated()).isPositive();
        assertThat(planted.values())
                .allSatisfy(account -> assertThat(account.resent()).isPositive());
    }

    private static double positiveBeforePilot(String council) {
        return share(closed(council, day -> day.isBefore(LocalDate.of(2025, 9, 16))), CalibrationTest::positive);
    }

    private static double positiveAfterPilot(String council) {
        return share(closed(council, day -> !day.isBefore(LocalDate.of(2025, 9, 16))), CalibrationTest::positive);
    }

    private static List<Map<String, String>> closed(String council, Predicate<LocalDate> when) {
        return submissions.stream()
                .filter(row -> row.get("Status").equals("Closed"))
                .filter(row -> row.get("Store ID").startsWith(council))
                .filter(row -> when.test(date(row.get("Outcome date"))))
                .toList();
    }

    private static boolean positive(Map<String, String> row) {
        return POSITIVE.contains(row.get("Outcome"));
    }

    private static Collection<Map<String, String>> latest(List<Map<String, String>> rows) {
        Map<String, Map<String, String>> latest = new HashMap<>();
        rows.forEach(row -> latest.put(row.get("Incident No"), row));
        return latest.values();
    }

    private static List<String> firsts(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .map(row -> row.get(column))
                .filter(answers -> !answers.isEmpty())
                .map(answers -> answers.split("; ", -1)[0])
                .toList();
    }

    private static Map<String, Double> shares(List<String> values) {
        return values.stream()
                .collect(Collectors.groupingBy(value -> value, Collectors.summingDouble(value -> 1.0 / values.size())));
    }

    private static <T> double share(List<T> rows, Predicate<T> which) {
        return (double) rows.stream().filter(which).count() / rows.size();
    }

    private static boolean outsideOfficeHours(JsonNode row) {
        ZonedDateTime at = OffsetDateTime.parse(row.path("receivedAt").asText()).atZoneSameInstant(London.ZONE);
        return at.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 || at.getHour() < 9 || at.getHour() >= 17;
    }

    private static LocalDate date(String text) {
        return LocalDate.parse(text.substring(0, 10), Retail.DAY);
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
