package org.lamplight.local.demo;

import static org.lamplight.local.demo.Weighted.share;

import java.nio.charset.Charset;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Shops' submissions about crime against them, 417 to 736 a month, sent in weekly batches. */
final class Retail implements Source {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");
    static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss");
    static final String HEADER = "Incident No;Last updated;Reported;From;To;Store ID;Store;Easting;Northing;Type"
            + ";Violence;Threat;Verbal abuse;Weapon;Injury;Value stolen;Value recovered;CCTV;Statement;Images"
            + ";Crime ref;Offender;Known offender;Stage;Status;Outcome;Outcome date";
    static final List<String> COLUMNS = List.of(HEADER.split(";"));
    static final String UNKNOWN_TYPE = "Covid breach";

    static final Export EXPORT = new Export(
            "retail",
            "csv",
            Charset.forName("windows-1252"),
            Optional.of(HEADER),
            day -> day.getDayOfWeek() == DayOfWeek.MONDAY);
    private static final Flaw.Where WHERE = new Flaw.Where("Easting", "Northing", "505000", "249700", "From", DAY);
    private static final Rhythm RHYTHM = new Rhythm(
            List.of(0.95, 0.90, 0.95, 0.95, 1.0, 1.0, 1.0, 1.0, 1.0, 1.05, 1.10, 1.15),
            List.of(1.0, 1.0, 1.0, 1.0, 1.1, 1.1, 0.7),
            List.of(
                    0.3, 0.1, 0.1, 0.1, 0.1, 0.3, 0.8, 2.0, 3.0, 5.0, 7.0, 8.0, 9.0, 9.0, 9.0, 10.0, 10.0, 9.0, 8.0,
                    6.0, 5.0, 3.0, 1.5, 0.8));
    private static final double PER_WEEK = 130;

    private static final Weighted<String> TYPES = Weighted.of(
            share("Shoplifting", 78),
            share("Abusive behaviour", 7),
            share("Assault", 4),
            share("Anti-social behaviour", 4),
            share("Criminal damage", 3),
            share("Fraud", 2),
            share("Robbery", 1),
            share("Burglary", 1));
    /** The flag that goes with a type. */
    private static final Map<String, String> FLAGS =
            Map.of("Abusive behaviour", "Verbal abuse", "Assault", "Violence", "Robbery", "Threat");

    /** Flags, and how often each is set without its type. */
    private static final Map<String, Double> EXTRA_FLAGS =
            Map.of("Violence", 0.03, "Threat", 0.06, "Verbal abuse", 0.10, "Weapon", 0.01, "Injury", 0.01);

    private final Stores stores;
    private final RetailCase retailCase;

    Retail(Stores stores, LocalDate today) {
        this.stores = stores;
        this.retailCase = new RetailCase(today.minusMonths(6));
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
        return PER_WEEK;
    }

    @Override
    public Version report(LocalDateTime occurred, String number, Pace pace, RandomGenerator random) {
        LocalDateTime reported = pace.after(occurred, Pace.delay(Duration.ofHours(5), 1.3, random));
        LocalDateTime noticed = Pace.ended(occurred, Duration.ofHours(10), reported, random);
        boolean unknown = random.nextDouble() < Arrivals.OTHER_CODES;
        Stores.Store store = stores.draw(random);
        Fields row = new CsvFields(COLUMNS, ";")
                .set("Incident No", "BCP-" + number)
                .set("Last updated", SECOND.format(reported))
                .set("Reported", MINUTE.format(reported))
                .set("From", MINUTE.format(occurred))
                .set("To", MINUTE.format(noticed))
                .set("Store ID", store.id())
                .set("Store", Canary.of("STORE", store.id()))
                .set("Easting", Long.toString(store.at().easting()))
                .set("Northing", Long.toString(store.at().northing()))
                .set("Offender", Canary.of("OFFENDER", number))
                .set("Known offender", flag(0.35, random))
                .set("CCTV", flag(0.6, random))
                .set("Statement", flag(0.1, random))
                .set("Images", flag(0.4, random))
                .set("Stage", "Incident")
                .set("Status", "Open");
        describe(row, unknown ? UNKNOWN_TYPE : TYPES.draw(random), random);
        return new Version(reported, row, unknown, false);
    }

    private static void describe(Fields row, String type, RandomGenerator random) {
        row.set("Type", type);
        List.of("Violence", "Threat", "Verbal abuse", "Weapon", "Injury")
                .forEach(name ->
                        row.set(name, name.equals(FLAGS.get(type)) ? "Y" : flag(EXTRA_FLAGS.get(name), random)));
        if (type.equals("Shoplifting")) {
            double stolen = Math.min(2500, 25 * Math.exp(0.9 * random.nextGaussian()));
            row.set("Value stolen", pounds(stolen));
            row.set("Value recovered", pounds(random.nextDouble() < 0.3 ? stolen : 0));
        }
    }

    private static String flag(double share, RandomGenerator random) {
        return random.nextDouble() < share ? "Y" : "N";
    }

    private static String pounds(double amount) {
        return String.format(Locale.ROOT, "£%.2f", amount);
    }

    @Override
    public Optional<Version> next(Version version, Pace pace, RandomGenerator random) {
        return retailCase.next(version, pace, random);
    }
}
