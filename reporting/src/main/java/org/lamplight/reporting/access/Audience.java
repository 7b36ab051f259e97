package org.lamplight.reporting.access;

import java.util.Optional;
import org.lamplight.reporting.catalogue.Collection;

/**
 * Who may see what: the one place that decides it. The database decides it once more, for every question is asked in the
 * audience's own role.
 *
 * @param kind what sort of reader
 * @param council the council; empty for other readers
 * @param role the database role
 */
public record Audience(Kind kind, Optional<Council> council, String role) {
    /** Sorts of readers. */
    public enum Kind {
        /** Analysts of the police: everything. */
        ANALYST,
        /** The commissioner's office: trends, rates, evaluations, and all that was released. */
        OPFCC,
        /** A council: what was released to it and for the county. */
        COUNCIL,
        /** Everybody, where releases are public: what was released for the county. */
        PUBLIC,
        /** Everybody, where they are not: what is open. */
        SIGNED_OUT
    }

    /**
     * A council.
     *
     * @param code its code
     * @param name its name
     * @param role its database role
     */
    public record Council(String code, String name, String role) {}

    /** Whether this audience may read the collection; which rows of it, the database decides. */
    public boolean reads(Collection collection) {
        if (collection.isOpen()) {
            return true;
        }
        return switch (collection.schema()) {
            case "analyst" -> kind == Kind.ANALYST;
            case "opfcc" -> kind == Kind.ANALYST || kind == Kind.OPFCC;
            case "partner" -> kind != Kind.SIGNED_OUT;
            default -> false;
        };
    }

    /** Whether its reader has signed in. */
    public boolean isSignedIn() {
        return kind != Kind.PUBLIC && kind != Kind.SIGNED_OUT;
    }

    /** A name to be shown. */
    public String title() {
        return switch (kind) {
            case ANALYST -> "Analyst";
            case OPFCC -> "Commissioner's office";
            case COUNCIL -> council.orElseThrow().name();
            case PUBLIC -> "Public";
            case SIGNED_OUT -> "Not signed in";
        };
    }
}
