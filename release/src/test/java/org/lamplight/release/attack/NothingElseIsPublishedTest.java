package org.lamplight.release.attack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.commons.numbers.gamma.RegularizedBeta;
import org.junit.jupiter.api.Test;
import org.lamplight.release.PublishedFixture;
import org.lamplight.release.ReleaseDocument;
import org.lamplight.release.plan.Family;
import org.lamplight.release.plan.SyntheticCounty;
import org.lamplight.schemas.Direction;
import org.lamplight.schemas.Period;
import org.lamplight.schemas.PeriodKind;
import org.lamplight.schemas.ProtectionMethod;
import org.lamplight.schemas.Release;
import org.lamplight.schemas.ReleasedTrend;
import org.lamplight.schemas.ReportKind;

/** What rows say beside counts: names of areas, categories and days, and what anybody can compute from released counts. */
class NothingElseIsPublishedTest {
    private static final LocalDate FROM = SyntheticCounty.FROM;
    private static final SyntheticCounty COUNTY = new SyntheticCounty(11, 2, 8);
    private static final Family RETAIL = SyntheticCounty.family(
            "retail", ReportKind.RETAIL_SUBMISSION, ProtectionMethod.ROUNDED, PeriodKind.MONTH, PeriodKind.QUARTER);
    private static final List<ReleasedTrend> ROWS = rows();

    /** A new field is a decision: it must be looked at here, and for what it gives away. */
    @Test
    void shouldHaveTheseFieldsOnly() {
        assertThat(fields(ReleasedTrend.getClassSchema()))
                .containsExactlyInAnyOrder(
                        "release",
                        "revision",
                        "isFinal",
                        "area",
                        "areaName",
                        "areaKind",
                        "council",
                        "category",
                        "period",
                        "firstDay",
                        "lastDay",
                        "count",
                        "withheld",
                        "residents",
                        "ratePer1000",
                        "previousCount",
                        "ratio",
                        "direction",
                        "method",
                        "threshold",
                        "base",
                        "completeness",
                        "note");
        assertThat(fields(Release.getClassSchema()))
                .containsExactlyInAnyOrder("release", "asOf", "rows", "sha256", "settings", "reasons", "audit");
    }

    @Test
    void shouldHaveNoTextButThatOfTheMethod() {
        Set<String> texts = new HashSet<>(RETAIL.categories());
        COUNTY.ladder.areas().forEach(area -> texts.addAll(List.of(area.code(), area.name())));
        ROWS.forEach(row -> texts.add(row.getRelease()));

        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.getRelease()).matches("\\d{4}-\\d{2}-\\d{2}");
            assertThat(texts).contains(row.getArea(), row.getAreaName(), row.getCategory());
            assertThat(row.getCouncil())
                    .satisfiesAnyOf(
                            code -> assertThat(code).isNull(),
                            code -> assertThat(texts).contains(code));
        });
        assertThat(ROWS.stream().map(ReleasedTrend::getNote).collect(Collectors.toSet()))
                .as("notes: no number, no name")
                .hasSizeBetween(3, 6)
                .allSatisfy(note -> assertThat(note == null || note.matches("[A-Za-z ,;:.]+"))
                        .isTrue());
    }

    @Test
    void shouldSayNothingOfWithheldCounts() {
        assertThat(ROWS.stream().filter(ReleasedTrend::getWithheld))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(Stream.of(
                                        row.getCount(),
                                        row.getRatePer1000(),
                                        row.getPreviousCount(),
                                        row.getRatio(),
                                        row.getDirection())
                                .allMatch(value -> value == null))
                        .isTrue());
    }

    /** Rate, ratio and the count before are those of released counts. */
    @Test
    void shouldHaveNoFigureThatReleasedCountsDoNotGive() {
        Map<Cell, Long> latest = new HashMap<>();
        Map<String, List<ReleasedTrend>> releases = ROWS.stream()
                .collect(Collectors.groupingBy(ReleasedTrend::getRelease, TreeMap::new, Collectors.toList()));
        releases.forEach((release, rows) -> {
            rows.forEach(row -> latest.put(Cell.of(row), row.getCount()));
            assertThat(rows).filteredOn(row -> row.getCount() != null).allSatisfy(row -> {
                Period period = Cell.of(row).period();
                Long before = latest.get(new Cell(
                        row.getArea(),
                        row.getCategory(),
                        Period.of(period.kind(), period.firstDay().minusDays(1))));
                assertThat(row.getRatePer1000()).isEqualTo(1000.0 * row.getCount() / row.getResidents());
                assertThat(row.getPreviousCount()).isEqualTo(before);
                assertThat(row.getRatio()).isEqualTo(before == null ? null : (double) row.getCount() / before);
                assertThat(row.getCount() % row.getBase()).isZero();
                assertThat(row.getCount()).isGreaterThanOrEqualTo(row.getThreshold());
            });
        });
        assertThat(ROWS.stream().filter(row -> row.getRatio() != null)).hasSizeGreaterThan(20);
    }

    /** The direction is what anybody computes from released counts: Poisson rates per day, with Jeffreys' prior. */
    @Test
    void shouldHaveNoDirectionThatReleasedCountsDoNotGive() {
        Map<Cell, Long> latest = new HashMap<>();
        Map<String, List<ReleasedTrend>> releases = ROWS.stream()
                .collect(Collectors.groupingBy(ReleasedTrend::getRelease, TreeMap::new, Collectors.toList()));
        releases.forEach((release, rows) -> {
            rows.forEach(row -> latest.put(Cell.of(row), row.getCount()));
            assertThat(rows)
                    .filteredOn(row -> row.getCount() != null)
                    .allSatisfy(row -> assertThat(row.getDirection()).isEqualTo(direction(row, latest)));
        });
        assertThat(ROWS.stream().filter(row -> row.getDirection() != null)).hasSizeGreaterThan(20);
    }

    /** Webhooks and files have the fields of a row and no other; what is around them is the release, its time and its pages. */
    @Test
    void shouldSendNoOtherFieldByWebhook() throws IOException {
        ReleasedTrend row = ROWS.get(0);
        JsonNode json = new ObjectMapper()
                .readTree(new ReleaseDocument(row.getRelease(), Instant.EPOCH, "E06-00", 1, 1, List.of(row)).json());

        assertThat(json.fieldNames()).toIterable().containsExactlyInAnyOrder("type", "timestamp", "data");
        assertThat(json.get("data").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("release", "recipient", "page", "pages", "rows");
        assertThat(json.at("/data/rows/0").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(fields(ReleasedTrend.getClassSchema()));
    }

    /** Views of the schema partner: what a row has, to whom it went, whether it is the latest, and when it was published. */
    @Test
    void shouldShowNoOtherColumnInTheViews() throws IOException {
        Set<String> ofRows = fields(ReleasedTrend.getClassSchema()).stream()
                .map(field -> field.replace("ratePer1000", "rate_per_1000")
                        .replaceAll("([A-Z])", "_$1")
                        .toLowerCase(Locale.ROOT))
                .map(column -> column.equals("area") || column.equals("council") ? column + "_code" : column)
                .collect(Collectors.toSet());
        ofRows.addAll(Set.of("recipient", "latest"));
        try (PublishedFixture releases = new PublishedFixture()) {
            assertThat(columns(releases, "trend")).isEqualTo(ofRows);
            assertThat(columns(releases, "release")).isEqualTo(Set.of("release", "as_of", "published_at", "sha256"));
            assertThat(views(releases))
                    .as("and the areas, which are public")
                    .isEqualTo(Set.of("trend", "release", "area"));
        }
    }

    private static Set<String> views(PublishedFixture releases) {
        return releases.jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select table_name from information_schema.tables where table_schema = 'partner'")
                        .mapTo(String.class)
                        .set());
    }

    private static Set<String> columns(PublishedFixture releases, String view) {
        return releases.jdbi()
                .withHandle(handle -> handle.createQuery("""
                                select column_name from information_schema.columns
                                where table_schema = 'partner' and table_name = :view
                                """)
                        .bind("view", view)
                        .mapTo(String.class)
                        .set());
    }

    private static Direction direction(ReleasedTrend row, Map<Cell, Long> latest) {
        Cell cell = Cell.of(row);
        long earlier = 0;
        long days = 0;
        int periods = 0;
        Period period = cell.period();
        for (int i = 0; i < 12; i++) {
            period = Period.of(period.kind(), period.firstDay().minusDays(1));
            Long count = latest.get(new Cell(cell.area(), cell.category(), period));
            if (count != null) {
                earlier += count;
                days += length(period);
                periods++;
            }
        }
        if (periods < 4) {
            return null;
        }
        double share = (double) length(cell.period()) / (length(cell.period()) + days);
        double rising = RegularizedBeta.complement(share, row.getCount() + 0.5, earlier + 0.5);
        return rising >= 0.95 ? Direction.RISING : rising <= 0.05 ? Direction.FALLING : Direction.NO_CLEAR_CHANGE;
    }

    private static long length(Period period) {
        return ChronoUnit.DAYS.between(period.firstDay(), period.lastDay()) + 1;
    }

    private static List<ReleasedTrend> rows() {
        COUNTY.report(RETAIL, 2_000, FROM, 210);
        return new Replay(COUNTY.ladder, COUNTY::asOf).run(List.of(RETAIL), LocalDate.of(2026, 6, 1), 50).rows;
    }

    private static List<String> fields(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }
}
