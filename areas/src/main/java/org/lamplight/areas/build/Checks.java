package org.lamplight.areas.build;

import com.uber.h3core.util.LatLng;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.areas.Cells;

/** What must hold of the wards before a book is made of them; each broken rule is a sentence. */
final class Checks {
    /** Outlines of two years differ by slivers; a larger share of bare cells means that a ward is missing. */
    private static final double MAX_BARE_SHARE = 0.01;

    private Checks() {}

    /** Wards of no year, or of one year in two entries, of which neither would be the whole force. */
    static Stream<String> vintages(List<Definition.Wards> wards) {
        if (wards.isEmpty()) {
            return Stream.of("The definition names no wards; add an entry under `wards`.");
        }
        return wards.stream().map(Definition.Wards::vintage).distinct().count() == wards.size()
                ? Stream.empty()
                : Stream.of("Two entries under `wards` have the same vintage; list their files in one.");
    }

    /** Ground that the wards surround without holding it: a ward is missing, or the force has an enclave. */
    static Stream<String> gaps(Vintage vintage) {
        return Cells.outline(vintage.wardOfCell().keySet()).stream()
                .flatMap(polygon -> polygon.stream().skip(1))
                .map(hole -> gap(vintage, hole.get(0)));
    }

    private static String gap(Vintage vintage, LatLng corner) {
        return String.format(
                Locale.ROOT,
                "The wards of %d leave a gap at latitude %.4f, longitude %.4f; add the missing ward,"
                        + " or write `enclaves: true` if that ground belongs to another force.",
                vintage.year(),
                corner.lat,
                corner.lng);
    }

    /** Wards whose council nobody defined. */
    static Stream<String> councils(Vintage vintage, Set<String> known) {
        return vintage.wards().values().stream()
                .filter(ward -> ward.council() == null || !known.contains(ward.council()))
                .map(ward -> "Ward " + ward.code() + " (" + ward.name() + ") of " + vintage.year() + " belongs to "
                        + (ward.council() == null
                                ? "no council"
                                : "council " + ward.council() + ", which is not defined")
                        + "; add the council, or list the ward under `exclude`.");
    }

    /** Councils that no ward belongs to. */
    static Stream<String> councilsWithoutWards(Vintage newest, List<Definition.Named> councils) {
        return councils.stream()
                .filter(council -> newest.wards().values().stream()
                        .noneMatch(ward -> council.code().equals(ward.council())))
                .map(council -> "No ward of " + newest.year() + " belongs to council " + council.code() + " ("
                        + council.name() + "); correct its code, or leave it out.");
    }

    /** Too much of the force that an older vintage does not cover. */
    static Stream<String> bare(Vintage older, Set<Long> force) {
        int bare = Fit.bare(older, force).size();
        return bare <= MAX_BARE_SHARE * force.size()
                ? Stream.empty()
                : Stream.of("The wards of " + older.year() + " leave " + bare + " of the force's " + force.size()
                        + " cells bare, more than outlines of two years differ by; add the missing wards.");
    }
}
