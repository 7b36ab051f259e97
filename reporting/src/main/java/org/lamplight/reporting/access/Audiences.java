package org.lamplight.reporting.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lamplight.reporting.access.Audience.Council;
import org.lamplight.reporting.access.Audience.Kind;

/** The audiences there are, by the names that tokens have for them. */
public final class Audiences {
    private static final String COUNCIL = "council:";

    private final Map<Kind, String> roles;
    private final Map<String, Council> councils;
    private final Kind everybody;

    /**
     * Audiences and their database roles.
     *
     * @param analyst role of analysts
     * @param opfcc role of the commissioner's office
     * @param everybody role of those who did not sign in
     * @param councils the councils
     * @param releasesArePublic whether everybody may see what was released for the county
     */
    public Audiences(
            String analyst, String opfcc, String everybody, List<Council> councils, boolean releasesArePublic) {
        this.everybody = releasesArePublic ? Kind.PUBLIC : Kind.SIGNED_OUT;
        this.roles = Map.of(Kind.ANALYST, analyst, Kind.OPFCC, opfcc, this.everybody, everybody);
        this.councils = councils.stream().collect(Collectors.toUnmodifiableMap(Council::code, Function.identity()));
    }

    /** The audience of this name: {@code analyst}, {@code opfcc}, or {@code council:} and a council's code. */
    public Optional<Audience> named(String name) {
        if (name.startsWith(COUNCIL)) {
            return Optional.ofNullable(councils.get(name.substring(COUNCIL.length())))
                    .map(council -> new Audience(Kind.COUNCIL, Optional.of(council), council.role()));
        }
        return Stream.of(Kind.ANALYST, Kind.OPFCC)
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .map(this::of)
                .findFirst();
    }

    /** Who did not sign in. */
    public Audience everybody() {
        return of(everybody);
    }

    private Audience of(Kind kind) {
        return new Audience(kind, Optional.empty(), roles.get(kind));
    }
}
