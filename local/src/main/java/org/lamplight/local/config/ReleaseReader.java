package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.lamplight.release.Product;
import org.lamplight.release.Product.Periods;
import org.lamplight.release.ReleaseSettings;
import org.lamplight.release.WithoutConsent;
import org.lamplight.schemas.ProtectionMethod;

/** Reads what is released to partners, when and how. */
final class ReleaseReader {
    private static final String ENABLED = "enabled";
    private static final String PERIODS = "periods";
    private static final String METHOD = "method";

    /** The settings of a product. */
    static final Set<String> NAMES = Set.of(ENABLED, PERIODS, METHOD);

    private final Config config;
    private final Settings settings;

    ReleaseReader(Config config, Settings settings) {
        this.config = config;
        this.settings = settings;
    }

    /** What is set; null where the whole cannot be used, which is a problem already. */
    ReleaseConfig read() {
        Optional<LocalTime> at = settings.get("release.at", ReleaseReader::time);
        int settle = settings.get("release.settle", ReleaseReader::days);
        double fill = settings.get("release.fill", ReleaseReader::share);
        Optional<LocalDate> from = settings.get("release.from", ReleaseReader::date);
        OptionalInt vintage = settings.get("release.ward-vintage", ReleaseReader::vintage);
        WithoutConsent withoutConsent = settings.get("release.without-consent", ReleaseReader::withoutConsent);
        Map<String, Product> products = products();
        return settings.attempt(
                () -> new ReleaseConfig(at, new ReleaseSettings(settle, fill, from, vintage, withoutConsent, products)),
                null);
    }

    private Map<String, Product> products() {
        Map<String, Product> products = new TreeMap<>();
        config.getObject("release.products").forEach((source, entry) -> {
            if (entry instanceof ConfigObject) {
                products.put(source, product(source));
            } else {
                settings.problem("release.products." + source + " must be a group: release.products." + source
                        + " { periods = weeks }.");
            }
        });
        return products;
    }

    private Product product(String source) {
        return new Product(
                get(source, ENABLED, ConfigReader::flag, Product.DEFAULT.enabled()),
                get(source, PERIODS, ReleaseReader::periods, Product.DEFAULT.periods()),
                get(source, METHOD, ReleaseReader::method, Product.DEFAULT.method()));
    }

    private <T> T get(String source, String setting, Function<String, T> parse, T otherwise) {
        String key = "release.products." + ConfigUtil.joinPath(source) + "." + setting;
        T read = config.hasPath(key) ? settings.get(key, parse) : otherwise;
        // What is null was refused, and is a problem already.
        return read == null ? otherwise : read;
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return text.equals("off") ? Optional.empty() : Optional.of(LocalTime.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it must be a time of day such as \"06:30\", or off", e);
        }
    }

    private static Integer days(String text) {
        Duration duration = Settings.parseDuration(text);
        if (!duration.equals(Duration.ofDays(duration.toDays())) || duration.isNegative()) {
            throw new IllegalArgumentException("it must be whole days such as 14 days");
        }
        return Math.toIntExact(duration.toDays());
    }

    private static Double share(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("it must be a number from 0 to 1", e);
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("it must be a date such as 2026-01-01", e);
        }
    }

    private static OptionalInt vintage(String text) {
        if (text.equals("newest")) {
            return OptionalInt.empty();
        }
        if (!text.matches("\\d{4}")) {
            throw new IllegalArgumentException("it must be newest or a year");
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    private static WithoutConsent withoutConsent(String text) {
        return switch (text) {
            case "county" -> WithoutConsent.COUNTY;
            case "nowhere" -> WithoutConsent.NOWHERE;
            case "everywhere" -> WithoutConsent.EVERYWHERE;
            default -> throw new IllegalArgumentException("it must be county, nowhere or everywhere");
        };
    }

    private static Periods periods(String text) {
        return switch (text) {
            case "calendar" -> Periods.CALENDAR;
            case "weeks" -> Periods.WEEKS;
            default -> throw new IllegalArgumentException("it must be calendar or weeks");
        };
    }

    private static ProtectionMethod method(String text) {
        return switch (text) {
            case "rounded" -> ProtectionMethod.ROUNDED;
            case "cell-key" -> ProtectionMethod.CELL_KEY;
            default -> throw new IllegalArgumentException("it must be rounded or cell-key");
        };
    }
}
