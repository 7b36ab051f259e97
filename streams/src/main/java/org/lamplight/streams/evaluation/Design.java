package org.lamplight.streams.evaluation;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;

/**
 * A controlled before-and-after comparison, as configuration describes it: what is counted, where and when.
 *
 * @param name its name, lower case with hyphens
 * @param category the category counted
 * @param measure what is counted
 * @param treated codes of the areas in which something was done
 * @param comparison codes of the areas they are compared with
 * @param buffer codes of areas around the treated ones; may be empty
 * @param before the months before it was done
 * @param after as many months after
 */
public record Design(
        String name,
        String category,
        Measure measure,
        List<String> treated,
        List<String> comparison,
        List<String> buffer,
        Months before,
        Months after) {

    public Design {
        treated = List.copyOf(treated);
        comparison = List.copyOf(comparison);
        buffer = List.copyOf(buffer);
        check(
                name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                name,
                "is no name for an evaluation: it must be lower-case letters and digits, joined by hyphens.");
        check(
                category.matches("[a-z0-9-]+(\\.[a-z0-9-]+)?"),
                name,
                "category is '" + category + "': it must be a source or a facet of one, such as retail.shoplifting.");
        check(!treated.isEmpty(), name, "treated names no area: give codes of areas, separated by commas.");
        check(!comparison.isEmpty(), name, "comparison names no area: give codes of areas, separated by commas.");
        List<String> all =
                Stream.of(treated, comparison, buffer).flatMap(List::stream).toList();
        Set<String> seen = new HashSet<>();
        all.stream().filter(code -> !seen.add(code)).findFirst().ifPresent(twice -> {
            throw problem(name, "names the area " + twice + " twice: an area plays one part.");
        });
        check(
                before.count() == after.count(),
                name,
                "before has " + before.count() + " months and after has " + after.count()
                        + ": give both the same number, best the same months of the year.");
        check(
                after.first().isAfter(before.last()),
                name,
                "after begins with " + after.first() + ", but before lasts until " + before.last()
                        + ": after must begin later.");
    }

    /**
     * Refuses a design whose areas a book does not have.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public void checkAreas(AreaBook book) {
        Stream.of(treated, comparison, buffer)
                .flatMap(List::stream)
                .filter(code -> book.area(code).isEmpty())
                .findFirst()
                .ifPresent(unknown -> {
                    throw problem(name, "names the area " + unknown + ", which the area book does not have.");
                });
    }

    /** The part that something plays which lies in these areas. */
    Optional<Role> roleOf(Collection<String> areas) {
        return Stream.of(Role.values())
                .filter(role -> !Collections.disjoint(areas(role), areas))
                .findFirst();
    }

    List<String> areas(Role role) {
        return switch (role) {
            case TREATED -> treated;
            case BUFFER -> buffer;
            case COMPARISON -> comparison;
        };
    }

    private static void check(boolean fine, String name, String problem) {
        if (!fine) {
            throw problem(name, problem);
        }
    }

    private static IllegalArgumentException problem(String name, String problem) {
        boolean ofSetting = problem.matches("(category|treated|comparison|before|after) .*");
        return new IllegalArgumentException("evaluations." + name + (ofSetting ? "." : " ") + problem);
    }
}
