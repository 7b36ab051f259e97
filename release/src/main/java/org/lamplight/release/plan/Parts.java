package org.lamplight.release.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How the things along one side of a table add up: each is the sum of its parts and of what is in none of them, down to
 * pieces that have no parts.
 *
 * @param <T> area, period or category
 */
final class Parts<T> {
    /**
     * A piece: a thing without parts, or what of a thing is in none of its parts.
     *
     * @param whole the thing
     * @param less its parts
     */
    record Piece<T>(T whole, List<T> less) {}

    private final Function<T, List<T>> parts;
    private final Predicate<T> hasRest;
    private final List<Piece<T>> pieces = new ArrayList<>();
    private final Map<T, List<Integer>> of = new HashMap<>();

    /**
     * @param parts the parts of a thing; none where it is a piece itself
     * @param hasRest whether any of it is in none of its parts
     */
    Parts(Function<T, List<T>> parts, Predicate<T> hasRest) {
        this.parts = parts;
        this.hasRest = hasRest;
    }

    /** The pieces found so far. */
    List<Piece<T>> pieces() {
        return pieces;
    }

    /** Numbers of the pieces of a thing. */
    List<Integer> of(T thing) {
        List<Integer> known = of.get(thing);
        if (known == null) {
            known = split(thing);
            of.put(thing, known);
        }
        return known;
    }

    private List<Integer> split(T thing) {
        List<T> smaller = parts.apply(thing);
        List<Integer> numbers = new ArrayList<>();
        smaller.forEach(part -> numbers.addAll(of(part)));
        if (smaller.isEmpty() || hasRest.test(thing)) {
            numbers.add(pieces.size());
            pieces.add(new Piece<>(thing, smaller));
        }
        return List.copyOf(numbers);
    }
}
