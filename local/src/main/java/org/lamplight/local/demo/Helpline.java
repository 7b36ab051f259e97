package org.lamplight.local.demo;

import static org.lamplight.local.demo.Weighted.share;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Hate incidents told to the Stop Hate UK helpline, sent daily. Some are updated; some people take back their consent, or
 * the whole report. About thirty a month: more than the published national total gives one county, so that there is
 * something to see.
 */
final class Helpline implements Source {
    static final String UNKNOWN_STRAND = "Accent";

    static final Export EXPORT =
            new Export("stop-hate-uk", "jsonl", StandardCharsets.UTF_8, Optional.empty(), day -> true);
    private static final Flaw.Where WHERE = new Flaw.Where(
            "incident.lat",
            "incident.lng",
            "52.136000",
            "-0.466700",
            "incident.from",
            DateTimeFormatter.ISO_LOCAL_DATE);
    private static final Rhythm RHYTHM = new Rhythm(
            List.of(0.9, 0.9, 1.0, 1.0, 1.1, 1.2, 1.2, 1.1, 1.0, 1.0, 0.9, 0.8),
            List.of(1.0, 1.0, 1.0, 1.0, 1.1, 1.2, 0.9),
            List.of(
                    2.0, 1.0, 1.0, 0.5, 0.5, 0.5, 1.0, 3.0, 5.0, 5.0, 5.0, 6.0, 7.0, 7.0, 7.0, 9.0, 9.0, 8.0, 8.0, 7.0,
                    6.0, 6.0, 5.0, 4.0));

    /** Race and disability as published for 2018-19; the rest shared out among the others. */
    private static final Weighted<String> STRANDS = Weighted.of(
            share("Race", 30),
            share("Disability", 28),
            share("Sexual orientation", 15),
            share("Religion", 10),
            share("Transgender", 7),
            share("Gender", 5),
            share("Age", 3),
            share("Alternative subculture", 2));

    private static final Weighted<String> CHANNELS =
            Weighted.of(share("web", 65), share("phone", 24), share("text", 6), share("email", 4), share("bsl", 1));
    private static final Weighted<String> RECORDED_AS =
            Weighted.of(share("Not recorded", 55), share("Hate incident", 30), share("Hate crime", 15));
    private static final double OUTSIDE_OFFICE_HOURS = 0.43;
    private static final LocalTime OPENING = LocalTime.of(9, 0);
    private static final int OPEN_MINUTES = 8 * 60;

    private final Places places;

    Helpline(Places places) {
        this.places = places;
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
        return false;
    }

    @Override
    public double perWeek(LocalDate day) {
        return 7;
    }

    @Override
    public Version report(LocalDateTime occurred, String number, Pace pace, RandomGenerator random) {
        LocalDateTime received = pace.after(occurred, Duration.between(occurred, contact(occurred, random)));
        boolean unknown = random.nextDouble() < Arrivals.OTHER_CODES;
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("caseRef", "SHUK-" + number)
                .put("version", 1)
                .put("status", "open")
                .put(
                        "receivedAt",
                        received.atZone(London.ZONE).toOffsetDateTime().toString());
        addIncident(root.putObject("incident"), occurred, received, random);
        strands(random, unknown).forEach(root.putArray("strands")::add);
        boolean police = random.nextDouble() < 0.8;
        root.put("recordedAs", police ? RECORDED_AS.draw(random) : "Not recorded");
        root.putObject("consent").put("police", police).put("council", police && random.nextDouble() < 0.65);
        root.put("channel", CHANNELS.draw(random));
        root.putObject("caller")
                .put("name", Canary.of("NAME", number))
                .put("phone", Canary.of("PHONE", number))
                .put("email", Canary.of("EMAIL", number));
        root.put("narrative", Canary.of("NARRATIVE", number));
        return new Version(received, new JsonFields(root), unknown, false);
    }

    private void addIncident(
            ObjectNode incident, LocalDateTime occurred, LocalDateTime received, RandomGenerator random) {
        LocalDateTime ended = Pace.ended(occurred, Duration.ofHours(3), received, random);
        Point point = places.draw(random);
        incident.put("from", occurred.toString())
                .put("to", ended.equals(occurred) ? null : ended.toString())
                .put("lat", new BigDecimal(Point.text(point.latitude())))
                .put("lng", new BigDecimal(Point.text(point.longitude())));
    }

    private static Set<String> strands(RandomGenerator random, boolean unknown) {
        Set<String> strands = new LinkedHashSet<>();
        do {
            strands.add(unknown ? UNKNOWN_STRAND : STRANDS.draw(random));
        } while (random.nextDouble() < 0.15);
        return strands;
    }

    /** Days after it happened, in or out of office hours. */
    private static LocalDateTime contact(LocalDateTime occurred, RandomGenerator random) {
        LocalDate day = occurred.plus(Pace.delay(Duration.ofDays(2), 0.9, random))
                .toLocalDate()
                .plusDays(1);
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        LocalTime inHours = OPENING.plusMinutes(random.nextInt(OPEN_MINUTES));
        if (random.nextDouble() >= OUTSIDE_OFFICE_HOURS) {
            return (weekend ? day.plusDays(2) : day).atTime(inHours);
        }
        return day.atTime(weekend ? inHours : LocalTime.of(17 + random.nextInt(7), random.nextInt(60)));
    }

    @Override
    public Optional<Version> next(Version version, Pace pace, RandomGenerator random) {
        if (version.withdrawal()) {
            return Optional.empty();
        }
        double fate = random.nextDouble();
        LocalDateTime at = pace.after(version.at(), Pace.delay(Duration.ofDays(10), 0.8, random));
        if (fate < 0.02) {
            return Optional.of(version.withdrawn(at, withdrawn(version.row())));
        }
        ObjectNode root = ((JsonFields) version.row().copy()).root();
        root.put("version", root.path("version").asInt() + 1).put("status", "updated");
        if (fate < 0.05) {
            ((ObjectNode) root.path("consent")).put("police", false).put("council", false);
        } else if (fate < 0.20) {
            root.put("recordedAs", RECORDED_AS.draw(random));
        } else {
            return Optional.empty();
        }
        return Optional.of(version.next(at, new JsonFields(root)));
    }

    /** What is left to say of a report that was taken back. */
    private static Fields withdrawn(Fields latest) {
        ObjectNode last = ((JsonFields) latest).root();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.set("caseRef", last.path("caseRef"));
        root.put("version", last.path("version").asInt() + 1).put("status", "withdrawn");
        root.set("receivedAt", last.path("receivedAt"));
        return new JsonFields(root);
    }
}
