package org.lamplight.local.parts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.reporting.ReportingServer;
import org.lamplight.reporting.access.Audience.Council;
import org.lamplight.reporting.access.Audiences;
import org.lamplight.reporting.access.LocalTokens;

/** Makes the reporting service of a configuration. */
public final class Reporting {
    private Reporting() {}

    /**
     * Starts it.
     *
     * @throws StartException if it cannot listen at its address
     */
    public static ReportingServer start(
            LamplightConfig config, DatabaseLogins database, AreaBook book, Secrets secrets, Clock clock) {
        try {
            return ReportingServer.start(
                    config.reporting().settings(),
                    database.of(Principals.REPORTING),
                    book,
                    audiences(config, book),
                    tokens(secrets, clock),
                    clock);
        } catch (IllegalStateException e) {
            throw new StartException(e.getMessage() + " Set reporting.port or reporting.host.", e);
        }
    }

    /** What issues tokens that the service takes. */
    public static LocalTokens tokens(Secrets secrets, Clock clock) {
        return new LocalTokens(secrets.get(Secrets.TOKEN_KEY).getBytes(StandardCharsets.UTF_8), clock);
    }

    private static Audiences audiences(LamplightConfig config, AreaBook book) {
        List<Council> councils = Principals.councils(book).entrySet().stream()
                .map(council -> new Council(
                        council.getKey(),
                        book.area(council.getKey()).orElseThrow().name(),
                        DatabaseAccess.roleOf(council.getValue().name())))
                .toList();
        return new Audiences(
                DatabaseAccess.roleOf(Principals.ANALYST),
                DatabaseAccess.roleOf(Principals.OPFCC),
                DatabaseAccess.roleOf(Principals.PUBLIC),
                councils,
                config.reporting().publicReleases());
    }
}
