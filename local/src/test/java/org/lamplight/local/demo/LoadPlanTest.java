package org.lamplight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;

class LoadPlanTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");

    @TempDir
    Path inbox;

    @Test
    void shouldWriteExactlyTheRowsAskedFor() {
        LoadPlan plan = LoadPlan.retail(12_345, 3, BOOK, TODAY);

        plan.write(inbox, 1_000);

        assertThat(Exports.csv(inbox.resolve("retail"), ";", WINDOWS)).hasSize(12_345);
        assertThat(Exports.files(inbox)).hasSize(13);
    }

    @Test
    void shouldStandAsTheHighestRevisionOfEveryReportSays() {
        LoadPlan plan = LoadPlan.retail(12_345, 3, BOOK, TODAY);

        plan.write(inbox, 1_000);

        Map<String, Map<String, String>> latest = Exports.csv(inbox.resolve("retail"), ";", WINDOWS)
                .collect(Collectors.toMap(row -> row.get("Incident No"), Function.identity(), LoadPlanTest::later));
        latest.values().removeIf(row -> row.get("Status").equals("Withdrawn") || bad(row));
        List<Standing> standing = plan.standing().toList();
        assertThat(standing).hasSameSizeAs(latest.keySet()).allSatisfy(report -> {
            Map<String, String> row = latest.get(report.ownId());
            assertThat(row.get("Value stolen")).isEqualTo(pounds(report.valueStolenPence()));
            assertThat(row.get("Outcome")).isEqualTo(report.outcomeType() == null ? "" : report.outcomeType());
        });
    }

    @Test
    void shouldWriteTheStandingVersionsAlone() {
        LoadPlan plan = LoadPlan.helpline(2_000, 3, BOOK, TODAY);

        plan.writeStanding(inbox, 500);

        assertThat(Exports.lines(inbox.resolve("stop-hate-uk"), StandardCharsets.UTF_8))
                .hasSize((int) plan.standing().count())
                .noneMatch(line -> line.contains("withdrawn"));
    }

    @Test
    void shouldHoldEveryKindOfLife() {
        LoadPlan plan = LoadPlan.helpline(10_000, 3, BOOK, TODAY);

        List<Standing> standing = plan.standing().toList();

        assertThat(plan.bad()).isPositive();
        assertThat(plan.withdrawn()).isPositive();
        assertThat(standing).anyMatch(report -> report.revision() > 1);
        assertThat(standing).anyMatch(report -> report.cell() == null);
        assertThat(standing).anyMatch(report -> report.cell() != null);
    }

    @Test
    void shouldMixUpTheOrderOfVersions() {
        LoadPlan plan = LoadPlan.retail(12_345, 3, BOOK, TODAY);

        plan.write(inbox, 1_000);

        Map<String, List<LocalDateTime>> updates = Exports.csv(inbox.resolve("retail"), ";", WINDOWS)
                .collect(Collectors.groupingBy(
                        row -> row.get("Incident No"),
                        Collectors.mapping(
                                row -> LocalDateTime.parse(row.get("Last updated"), SECOND), Collectors.toList())));
        assertThat(updates.values())
                .anyMatch(times -> !times.equals(times.stream().sorted().toList()));
    }

    @Test
    void shouldGiveTheIdThatIngestGives() {
        Standing report = new Standing("retail", "LOAD-00000001", 1, null, null, null, null, null);

        String id = report.id("a key");

        // printf 'retail\nLOAD-00000001' | openssl dgst -sha256 -hmac 'a key' | cut -c1-32
        assertThat(id).isEqualTo("95748d70f358f1fdcb278a93b32fead8");
    }

    private static Map<String, String> later(Map<String, String> a, Map<String, String> b) {
        return LocalDateTime.parse(a.get("Last updated"), SECOND)
                        .isAfter(LocalDateTime.parse(b.get("Last updated"), SECOND))
                ? a
                : b;
    }

    private static boolean bad(Map<String, String> row) {
        return Long.parseLong(row.get("Easting")) < Long.parseLong(row.get("Northing"))
                && Long.parseLong(row.get("Northing")) > 400_000;
    }

    private static String pounds(long pence) {
        return "£" + pence / 100 + "." + (pence % 100 < 10 ? "0" : "") + pence % 100;
    }
}
