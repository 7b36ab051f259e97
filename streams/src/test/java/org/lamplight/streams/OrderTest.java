package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.streams.Reports.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.schemas.CohortBasis;
import org.lamplight.schemas.HateReferral;
import org.lamplight.schemas.Removal;
import org.lamplight.schemas.Report;
import org.lamplight.schemas.ReportAction;
import org.lamplight.schemas.RetailIncidentType;
import org.lamplight.schemas.RetailSubmission;
import org.lamplight.schemas.Strand;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;
import org.lamplight.streams.Live.AsOf;
import org.lamplight.streams.evaluation.Design;
import org.lamplight.streams.evaluation.Measure;
import org.lamplight.streams.evaluation.Months;
import org.lamplight.streams.rules.Calendar;
import org.lamplight.streams.rules.OutcomeSet;

/** Whatever the order in which versions arrive, every table is as if only those had arrived that stand in the end. */
class OrderTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final Instant NOW = local("2026-03-10T12:00");
    private static final long[] CELLS = BOOK.cells(10);
    private static final int REPORTS = 40;
    private static final List<Strand> STRANDS = List.of(Strand.RACE, Strand.DISABILITY, Strand.OTHER);
    private static final List<RetailIncidentType> TYPES =
            List.of(RetailIncidentType.SHOPLIFTING, RetailIncidentType.ROBBERY, RetailIncidentType.OTHER);
    private static final List<String> OUTCOMES = List.of("1", "8", "18", "22");
    private static final List<Duration> LENGTHS = List.of(Duration.ZERO, Duration.ofDays(1), Duration.ofDays(30));
    private static final List<Topic<?>> TABLES =
            List.of(Topics.INCIDENT, Topics.HOTSPOT, Topics.TREND, Topics.OUTCOME, Topics.EVALUATION);
    private static final List<Design> EVALUATIONS = List.of(
            evaluation("reports", "stop-hate-uk", new Measure.Reports()),
            evaluation("recorded", "retail", new Measure.Outcomes(OutcomeSet.CHARGE_ONLY, CohortBasis.RECORDED)),
            evaluation("assigned", "retail", new Measure.Outcomes(OutcomeSet.CHARGE_ONLY, CohortBasis.ASSIGNED)));

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldNotDependOnOrderNorOnVersionsThatDoNotStand(long seed) {
        Random random = new Random(seed);
        List<Object> versions = new ArrayList<>();
        List<Object> standing = new ArrayList<>();
        for (int report = 0; report < REPORTS; report++) {
            List<Object> ofReport = versions(random, report);
            versions.addAll(ofReport);
            standing.add(ofReport.get(ofReport.size() - 1));
        }
        versions.addAll(versions.subList(0, REPORTS));
        Collections.shuffle(versions, random);
        standing.removeIf(OrderTest::isWithdrawn);

        assertThat(tables(versions, random)).isEqualTo(tables(standing, random));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void shouldHoldWhatItWouldHadAnErasedReportNeverCome(long seed) {
        Random random = new Random(seed);
        List<Object> events = new ArrayList<>();
        List<Object> others = new ArrayList<>();
        for (int report = 0; report < REPORTS; report++) {
            List<Object> ofReport = versions(random, report);
            events.addAll(ofReport);
            if (random.nextInt(3) == 0) {
                events.add(new Erase(report % 2 == 0 ? "stop-hate-uk" : "retail", report));
            } else {
                others.add(ofReport.get(ofReport.size() - 1));
            }
        }
        Collections.shuffle(events, random);
        others.removeIf(OrderTest::isWithdrawn);
        assertThat(events).hasAtLeastOneElementOfType(Erase.class);

        assertThat(tables(events, random)).isEqualTo(tables(others, random));
    }

    /** Somebody asks for a report to be erased. */
    private record Erase(String source, int id) {}

    /** One to four versions of a report, of ascending revision; one report in five ends withdrawn. */
    private static List<Object> versions(Random random, int report) {
        List<Object> versions = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int revision = 1; revision <= count; revision++) {
            boolean withdrawn = random.nextInt(5) == 0;
            versions.add(
                    report % 2 == 0
                            ? referral(random, report, revision, withdrawn)
                            : submission(random, report, revision, withdrawn));
        }
        return versions;
    }

    private static HateReferral referral(Random random, int id, long revision, boolean withdrawn) {
        return HateReferral.newBuilder()
                .setReport(report(random, "stop-hate-uk", id, revision, withdrawn))
                .setStrands(List.of(pick(random, STRANDS), pick(random, STRANDS)))
                .setPoliceConsent(random.nextBoolean())
                .build();
    }

    private static RetailSubmission submission(Random random, int id, long revision, boolean withdrawn) {
        RetailSubmission.Builder submission = RetailSubmission.newBuilder()
                .setReport(report(random, "retail", id, revision, withdrawn))
                .setIncidentType(pick(random, TYPES))
                .setThreat(random.nextBoolean());
        if (random.nextBoolean()) {
            submission.setOutcomeType(pick(random, OUTCOMES));
            submission.setOutcomeOn(Calendar.day(NOW).minusDays(random.nextInt(60)));
        }
        return submission.build();
    }

    private static Report report(Random random, String source, int id, long revision, boolean withdrawn) {
        Instant from = NOW.minus(Duration.ofMinutes(random.nextInt(100 * 24 * 60)));
        Duration length = pick(random, LENGTHS);
        return Report.newBuilder()
                .setSource(source)
                .setReportId(source + id)
                .setRevision(revision)
                .setAction(withdrawn ? ReportAction.WITHDRAW : ReportAction.SUBMIT)
                .setReceivedAt(NOW.minusSeconds(60).plusSeconds(revision))
                .setOccurredFrom(from)
                .setOccurredTo(from.plus(length))
                .setCell(Cells.name(CELLS[random.nextInt(200) * 97]))
                .build();
    }

    private static Design evaluation(String name, String category, Measure measure) {
        return new Design(
                name,
                category,
                measure,
                List.of("E06000061"),
                List.of("E06000062"),
                List.of(),
                Months.parse("2025-12..2026-01"),
                Months.parse("2026-02..2026-03"));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static boolean isWithdrawn(Object version) {
        Report report = version instanceof HateReferral referral
                ? referral.getReport()
                : ((RetailSubmission) version).getReport();
        return report.getAction() == ReportAction.WITHDRAW;
    }

    /** What the tables hold after these versions, with the clock moving in between now and then. */
    private static Map<String, Map<String, ?>> tables(List<Object> versions, Random random) {
        Map<String, Map<String, ?>> tables = new HashMap<>();
        try (Pipeline pipeline = new Pipeline(BOOK, NOW, AsOf.WALL, EVALUATIONS)) {
            for (Object version : versions) {
                if (version instanceof HateReferral referral) {
                    pipeline.send(referral);
                } else if (version instanceof Erase erase) {
                    Topic<?> topic = erase.source.equals("retail") ? Topics.RETAIL_SUBMISSION : Topics.HATE_REFERRAL;
                    pipeline.remove(topic, erase.source, erase.source + erase.id, Removal.ERASED);
                } else {
                    pipeline.send((RetailSubmission) version);
                }
                if (random.nextInt(10) == 0) {
                    pipeline.settle();
                }
            }
            pipeline.settle();
            TABLES.forEach(topic -> tables.put(topic.name(), pipeline.table(topic)));
        }
        return tables;
    }
}
