package org.lamplight.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.release.SharedReference;
import org.lamplight.release.plan.CellKey;
import org.lamplight.release.plan.Counts;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.Ladder;
import org.lamplight.release.plan.Protection;
import org.lamplight.release.plan.Tally;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

/**
 * Releases a quarter of the crimes that police.uk has of Northamptonshire, in its real wards, and lets the hostile reader
 * loose on them. The files do not say when a crime was reported, so all are there when their month has settled.
 */
class RealMonthsTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final Ladder LADDER = Ladder.of(BOOK);
    private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
    private static final LocalDate FIRST = LocalDate.of(2025, 2, 14);
    private static final int DAYS = 150;
    private static final List<PeriodKind> CHAIN = List.of(PeriodKind.MONTH, PeriodKind.QUARTER);

    @ParameterizedTest
    @CsvSource({
        "Possession of weapons, HATE_REFERRAL",
        "Robbery, SAFETY_CONCERN",
        "Drugs, SAFETY_CONCERN",
        "Shoplifting, HATE_REFERRAL"
    })
    void shouldNotLetAnyCountBeWorkedOut(String type, ReportKind protection) throws IOException {
        Source source = new Source("crime", ReportKind.UNKNOWN, PeriodKind.MONTH, PeriodKind.QUARTER, false, true);
        Family family = family(source, protection);
        Counts counts = counts(type);
        Replay replay = new Replay(LADDER, day -> counts).run(List.of(family), FIRST, DAYS);

        Findings found = new Findings();
        Attack attack = new Attack(source, LADDER.areas().toList(), Replay.FILL, replay.rows);
        attack.days()
                .forEach(day -> found.add(attack.run(day, Attack.Reader.TOLD, false, replay.truth(day), cell -> true)));

        System.out.printf(
                Locale.ROOT,
                "| %s, below %d | %,d | %,d | %,d | %,d | %d | %d |%n",
                type,
                family.protection().threshold(),
                counts.of(new CellKey(BOOK.force(), source.name(), Period.of(PeriodKind.QUARTER, FROM)))
                        .reports(),
                replay.rows.size(),
                replay.rows.stream().filter(ReleasedTrend::getWithheld).count(),
                found.attacked(),
                found.below(2).size(),
                found.below(Attack.ENOUGH).size());
        assertThat(replay.heldBack()).isZero();
        assertThat(replay.rows).hasSizeGreaterThan(10);
        assertThat(found.attacked()).isGreaterThan(100);
        assertThat(found.below(Attack.ENOUGH)).isEmpty();
        assertThat(found.undecided()).isZero();
    }

    /** Without facets, and with the threshold of a kind of report. */
    private static Family family(Source source, ReportKind kind) {
        return new Family(
                source.name(),
                source.kind(),
                source.categories(),
                CHAIN,
                Protection.of(kind, ProtectionMethod.ROUNDED),
                FROM);
    }

    private static Counts counts(String type) throws IOException {
        Map<CellKey, Long> counts = new HashMap<>();
        for (int month = 0; month < 3; month++) {
            Path file = SharedReference.data(
                    "police-uk/%tY-%<tm-northamptonshire-street.csv".formatted(FROM.plusMonths(month)));
            LocalDate day = FROM.plusMonths(month);
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
                rows.stream()
                        .filter(row -> row.getField("Crime type").equals(type))
                        .flatMap(RealMonthsTest::areasOf)
                        .flatMap(area -> Period.allHolding(CHAIN, day, day).stream()
                                .map(period -> new CellKey(area, "crime", period)))
                        .forEach(cell -> counts.merge(cell, 1L, Long::sum));
            }
        }
        return cell -> new Tally(counts.getOrDefault(cell, 0L), List.of(), 0);
    }

    /** The county, and the ward and council of where it was, if it was in one. */
    private static Stream<String> areasOf(NamedCsvRecord row) {
        return Stream.concat(
                Stream.of(BOOK.force()),
                Stream.of(row)
                        .filter(placed -> !placed.getField("Latitude").isEmpty())
                        .flatMap(placed -> BOOK
                                .wardOf(Cells.at(
                                        Double.parseDouble(placed.getField("Latitude")),
                                        Double.parseDouble(placed.getField("Longitude"))))
                                .stream())
                        .flatMap(ward -> Stream.of(ward.code(), ward.parent().orElseThrow())));
    }
}
