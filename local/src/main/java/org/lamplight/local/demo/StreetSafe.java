package org.lamplight.local.demo;

import static org.lamplight.local.demo.Weighted.share;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Places where people felt unsafe, about five reports a week: anonymous, never corrected, sent daily. Two stories are
 * planted: a place that emerges in the last six weeks and one that faded four months ago.
 */
final class StreetSafe implements Source {
    static final List<String> COLUMNS = List.of(
            "Submitted",
            "Date",
            "Time",
            "Latitude",
            "Longitude",
            "Place reasons",
            "Behaviour reasons",
            "Reported to police",
            "Age range",
            "Gender",
            "Ethnicity");
    static final String UNKNOWN_REASON = "Broken paving";

    static final Export EXPORT = new Export(
            "streetsafe",
            "csv",
            StandardCharsets.UTF_8,
            Optional.of('\uFEFF' + String.join(",", COLUMNS)),
            day -> true);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    private static final Flaw.Where WHERE =
            new Flaw.Where("Latitude", "Longitude", "52.136000", "-0.466700", "Date", DAY);
    private static final Rhythm RHYTHM = new Rhythm(
            List.of(1.2, 1.1, 1.0, 0.9, 0.8, 0.8, 0.8, 0.8, 1.0, 1.2, 1.3, 1.2),
            List.of(0.8, 0.8, 0.9, 1.0, 1.3, 1.3, 0.9),
            List.of(
                    3.0, 2.0, 2.0, 1.0, 1.0, 1.0, 2.0, 3.0, 3.0, 2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 5.0, 6.0, 7.0, 8.0, 8.0,
                    9.0, 10.0, 9.0, 6.0));

    /** First answers in Norfolk, by number of reports. */
    private static final Weighted<String> PLACE_REASONS = Weighted.of(
            share("Badly lit", 268),
            share("Absence of CCTV", 208),
            share("Signs of drug or alcohol use", 181),
            share("Restricted visibility", 134),
            share("Empty buildings or isolated place", 106),
            share("Poor street layout", 106),
            share("Run-down", 92));

    private static final Weighted<String> BEHAVIOURS = Weighted.of(
            share("Verbal harassment by a group", 148),
            share("Being followed", 135),
            share("Other harassment", 105),
            share("Verbal harassment by one stranger", 98));
    private static final Weighted<String> GENDERS =
            Weighted.of(share("WOMAN", 72), share("MAN", 25), share("OTHER", 3));
    private static final double BEHAVIOUR_ONLY = 0.25;
    private static final double BOTH = 0.09;

    private static final double PER_WEEK = 4;
    private static final double STORY_PER_WEEK = 1.5;
    private static final Point HEMMINGWELL = new Point(52.316284, -0.690819);
    private static final Point RACECOURSE = new Point(52.249000, -0.888000);

    private final Places places;
    private final LocalDate emerging;
    private final LocalDate faded;

    StreetSafe(Places places, LocalDate today) {
        this.places = places;
        this.emerging = today.minusWeeks(6);
        this.faded = today.minusMonths(4);
    }

    @Override
    public Export export() {
        return EXPORT;
    }

    @Override
    public Rhythm rhythm() {
        return RHYTHM;
    }

    @Override
    public Flaw.Where where() {
        return WHERE;
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public double perWeek(LocalDate day) {
        return PER_WEEK + (story(day).isPresent() ? STORY_PER_WEEK : 0);
    }

    @Override
    public Version report(LocalDateTime occurred, String number, Pace pace, RandomGenerator random) {
        LocalDateTime submitted = pace.after(occurred, Pace.delay(Duration.ofHours(9), 1.4, random));
        boolean timeKnown = submitted.toLocalDate().equals(occurred.toLocalDate()) || random.nextDouble() < 0.7;
        boolean behaviourOnly = random.nextDouble() < BEHAVIOUR_ONLY;
        boolean unknown = !behaviourOnly && random.nextDouble() < Arrivals.OTHER_CODES;
        Point point = place(occurred.toLocalDate(), random);
        Fields row = new CsvFields(COLUMNS, ",")
                .set("Submitted", MINUTE.format(submitted))
                .set("Date", DAY.format(occurred))
                .set("Time", timeKnown ? occurred.toLocalTime().toString() : "")
                .set("Latitude", Point.text(point.latitude()))
                .set("Longitude", Point.text(point.longitude()))
                .set("Place reasons", behaviourOnly ? "" : answers(PLACE_REASONS, random, unknown))
                .set(
                        "Behaviour reasons",
                        behaviourOnly || random.nextDouble() < BOTH ? answers(BEHAVIOURS, random, false) : "")
                .set("Reported to police", Canary.of("TOLD-POLICE", random.nextInt(2)))
                .set("Age range", Canary.of("AGE", 18 + 10 * random.nextInt(6)))
                .set("Gender", Canary.of("GENDER", GENDERS.draw(random)))
                .set("Ethnicity", Canary.of("ETHNICITY", random.nextInt(18)));
        return new Version(submitted, row, unknown, false);
    }

    @Override
    public Optional<Version> next(Version version, Pace pace, RandomGenerator random) {
        return Optional.empty();
    }

    private Point place(LocalDate day, RandomGenerator random) {
        return story(day)
                .filter(point -> random.nextDouble() < STORY_PER_WEEK / (PER_WEEK + STORY_PER_WEEK))
                .orElseGet(() -> places.draw(random));
    }

    private Optional<Point> story(LocalDate day) {
        if (day.isBefore(faded)) {
            return Optional.of(RACECOURSE);
        }
        return day.isBefore(emerging) ? Optional.empty() : Optional.of(HEMMINGWELL);
    }

    /** One answer, or two or three different ones; the first in the published shares. */
    private static String answers(Weighted<String> choice, RandomGenerator random, boolean unknown) {
        Set<String> answers = new LinkedHashSet<>();
        do {
            answers.add(choice.draw(random));
        } while (random.nextDouble() < 0.4);
        if (unknown) {
            answers.add(UNKNOWN_REASON);
        }
        return String.join("; ", answers);
    }
}
