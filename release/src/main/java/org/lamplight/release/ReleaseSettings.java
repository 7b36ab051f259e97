package org.lamplight.release;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.plan.Ladder;

/**
 * What is released, and how.
 *
 * @param settleDays days after its last day from which a period may be released
 * @param fill least share of a council's wards that must be safe for wards to be released, 0 to 1
 * @param from the first release of a source goes no further back than this day; empty for a year before the release
 * @param wardVintage vintage of the wards; empty for the newest
 * @param withoutConsent where hate referrals without consent count
 * @param products how sources are released, by source; {@link Product#DEFAULT} for others
 */
public record ReleaseSettings(
        int settleDays,
        double fill,
        Optional<LocalDate> from,
        OptionalInt wardVintage,
        WithoutConsent withoutConsent,
        Map<String, Product> products) {
    /** Refuses what makes no sense, in sentences that begin with the setting's key. */
    public ReleaseSettings {
        if (settleDays < 0) {
            throw new IllegalArgumentException("release.settle is " + settleDays + " days: it must not be negative.");
        }
        if (!(fill >= 0 && fill <= 1)) {
            throw new IllegalArgumentException("release.fill is " + fill + ": it must be from 0 to 1.");
        }
        products = new TreeMap<>(products);
    }

    /**
     * Periods of a source that begin before this day are not in a release of a date.
     *
     * @param reported day of its first report: of what was before, it may have sent a part
     * @param released first day of all that was ever released of it, which no later report or withdrawal moves
     */
    LocalDate from(LocalDate asOf, LocalDate reported, Optional<LocalDate> released) {
        LocalDate yearBefore = asOf.minusYears(1);
        return released.map(first -> later(first, yearBefore)).orElse(later(reported, from.orElse(yearBefore)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    Product product(String source) {
        return products.getOrDefault(source, Product.DEFAULT);
    }

    /**
     * The areas of a release.
     *
     * @throws IllegalArgumentException if the area book has no ward of the vintage that is set
     */
    public Ladder ladder(AreaBook book) {
        if (wardVintage.isEmpty()) {
            return Ladder.of(book);
        }
        Ladder ladder = Ladder.of(book, wardVintage.getAsInt());
        if (ladder.wards().isEmpty()) {
            throw new IllegalArgumentException(
                    "release.ward-vintage is " + wardVintage.getAsInt() + ": the area book has no wards of that year.");
        }
        return ladder;
    }

    /** By name, as they are kept with a release. */
    Map<String, String> shown() {
        Map<String, String> shown = new TreeMap<>();
        shown.put("settle", settleDays + " days");
        shown.put("fill", Double.toString(fill));
        shown.put("from", from.map(LocalDate::toString).orElse("a year before"));
        shown.put("ward-vintage", wardVintage.isPresent() ? Integer.toString(wardVintage.getAsInt()) : "newest");
        shown.put("without-consent", withoutConsent.name());
        products.forEach((source, product) -> shown.put(
                "products." + source, product.enabled() ? product.periods() + " " + product.method() : "not released"));
        return shown;
    }
}
