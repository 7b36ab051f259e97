package org.lamplight.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.Progress;

/** Holds the written exports, and the known answers of loads, against what ingest reads with the shipped mappings. */
class FeedsFitMappingsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-16T10:15:30Z"), ZoneOffset.UTC);
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 16);
    private static final AreaBook BOOK = AreaBook.northamptonshire();

    @TempDir
    Path inbox;

    @ParameterizedTest
    @ValueSource(strings = {"streetsafe", "stop-hate-uk", "retail"})
    void shouldBeAcceptedButForThePlantedRows(String source) {
        Planted planted =
                new DemoFeeds(42, inbox, BOOK, CLOCK).history(Progress.NONE).get(source);

        Mapped mapped = Mapped.of(source, inbox, BOOK, CLOCK);

        assertThat(mapped.rejected()).hasSize((int) planted.bad());
        assertThat(mapped.accepted()).hasSize((int) (planted.rows() - planted.bad()));
        assertThat(mapped.reports().filter(FeedsFitMappingsTest::hasUnknownCode))
                .hasSize((int) planted.otherCodes());
    }

    @Test
    void shouldBreakSeveralRules() {
        new DemoFeeds(42, inbox, BOOK, CLOCK).history(Progress.NONE);

        Mapped mapped = Mapped.of("retail", inbox, BOOK, CLOCK);

        assertThat(mapped.rejected())
                .extracting(problem -> problem.rule())
                .contains("location.outside-area", "location.missing", "time.invalid", "time.future");
    }

    @ParameterizedTest
    @ValueSource(strings = {"streetsafe", "stop-hate-uk", "retail"})
    void shouldKeepPersonalDataOutOfRecords(String source) {
        new DemoFeeds(42, inbox, BOOK, CLOCK).history(Progress.NONE);

        Mapped mapped = Mapped.of(source, inbox, BOOK, CLOCK);

        assertThat(Exports.contents(inbox.resolve(source)).values()).anyMatch(text -> text.contains(Canary.PREFIX));
        assertThat(mapped.accepted()).noneMatch(report -> report.toString().contains(Canary.PREFIX));
        assertThat(mapped.rejected()).noneMatch(problem -> problem.toString().contains(Canary.PREFIX));
    }

    @ParameterizedTest
    @ValueSource(strings = {"streetsafe", "stop-hate-uk", "retail"})
    void shouldDropLiveFilesThatAreAccepted(String source) throws IOException {
        Clock clock = new TickingClock(CLOCK.instant());
        LiveDrops drops = new DemoFeeds(42, inbox, BOOK, clock).liveDrops();
        Planted planted = Planted.NOTHING;
        for (int drop = 0; drop < 100; drop++) {
            planted = planted.plus(drops.drop(source));
        }

        Mapped mapped = Mapped.of(source, inbox, BOOK, clock);

        assertThat(mapped.rejected()).hasSize((int) planted.bad());
        assertThat(mapped.accepted()).hasSize((int) (planted.rows() - planted.bad()));
    }

    @Test
    void shouldLeaveTheRetailReportsThatThePlanSays() {
        LoadPlan plan = LoadPlan.retail(5_000, 9, BOOK, TODAY);

        plan.write(inbox, 1_000);

        assertStands(plan);
    }

    @Test
    void shouldLeaveTheReferralsThatThePlanSays() {
        LoadPlan plan = LoadPlan.helpline(5_000, 9, BOOK, TODAY);

        plan.write(inbox, 1_000);

        assertStands(plan);
    }

    private void assertStands(LoadPlan plan) {
        Mapped mapped = Mapped.of(plan.source(), inbox, BOOK, CLOCK);
        Map<String, Struct> latest = mapped.reports()
                .collect(Collectors.toMap(
                        report -> report.getString("reportId"),
                        Function.identity(),
                        BinaryOperator.maxBy((a, b) -> a.getInt64("revision").compareTo(b.getInt64("revision")))));
        latest.values().removeIf(report -> "WITHDRAW".equals(report.getString("action")));
        assertThat(mapped.rejected()).hasSize((int) plan.bad());
        assertThat(plan.standing()).hasSameSizeAs(latest.keySet()).allSatisfy(standing -> {
            Struct report = latest.get(standing.id(Mapped.KEY));
            assertThat(report.getInt64("revision")).isEqualTo(standing.revision());
            assertThat(report.get("occurredFrom")).isEqualTo(Date.from(standing.occurredFrom()));
            assertThat(report.get("occurredTo")).isEqualTo(Date.from(standing.occurredTo()));
            if (standing.cell() != null) {
                assertThat(report.getString("cell")).isEqualTo(standing.cell());
            }
        });
    }

    private static boolean hasUnknownCode(Struct report) {
        return report.getArray("unknownCodes") != null
                && !report.getArray("unknownCodes").isEmpty();
    }
}
