package org.lamplight.ingest.http;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lamplight.ingest.http.Answer.Validators;

/**
 * The way through the pages: from each to the next, and at the end back to the last one that had items, since more may
 * be added to it.
 */
final class Walk {
    private final Set<String> visited = new HashSet<>();
    private PagePosition position;
    private String target;
    private Validators validators = Validators.NONE;
    private Optional<String> next = Optional.empty();

    Walk(PagePosition position) {
        this.position = position;
        this.target = position.cursor();
    }

    /** The page to ask for. */
    String target() {
        return target;
    }

    /** Where the last page that had items left us. */
    PagePosition position() {
        return position;
    }

    /** What is known of the page to ask for. */
    Validators known() {
        return target.equals(position.cursor()) ? validators : Validators.NONE;
    }

    /**
     * The page had items.
     *
     * @return whether there is another to ask for at once
     */
    boolean read(PagePosition end, Validators given, Optional<String> following) {
        visited.add(target);
        position = end;
        validators = given;
        next = following;
        return goOn();
    }

    /**
     * The page has not changed.
     *
     * @return whether there is another to ask for at once
     */
    boolean unchanged() {
        visited.add(target);
        return goOn();
    }

    /** The page had no items: what is behind it, if anything, can wait. */
    void empty(Optional<String> following) {
        visited.clear();
        target = following.orElse(position.cursor());
    }

    /** A server whose pages go round in a circle would otherwise be asked for ever. */
    private boolean goOn() {
        Optional<String> fresh = next.filter(cursor -> !visited.contains(cursor));
        if (fresh.isEmpty()) {
            visited.clear();
        }
        target = fresh.orElse(position.cursor());
        return fresh.isPresent();
    }
}
