package org.lamplight.reporting;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.reporting.access.Audience.Council;
import org.lamplight.reporting.access.Audiences;
import org.lamplight.reporting.access.LocalTokens;
import org.lamplight.reporting.access.OidcSettings;
import org.lamplight.sink.DatabaseSetup;

/** A reporting service on a PostgreSQL of its own, with made-up rows in every view. */
public final class ReportingFixture implements AutoCloseable {
    /** Codes of the councils. */
    public static final String NORTH = "E06000061";

    public static final String WEST = "E06000062";

    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final byte[] KEY = "a key for tests, of 32 bytes or more".getBytes(StandardCharsets.UTF_8);

    private final EmbeddedPostgres postgres;
    private final LocalTokens tokens;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final ReportingServer server;

    private ReportingFixture(Optional<OidcSettings> oidc, boolean publicReleases, int requestsPerSecond, Clock clock) {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("shared_buffers", "64MB")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        new DatabaseSetup(postgres.getPostgresDatabase()).run(BOOK);
        execute(resource("roles.sql"));
        fillCells();
        execute(resource("rows.sql"));
        tokens = new LocalTokens(KEY, clock);
        server = serve(oidc, publicReleases, requestsPerSecond, clock);
    }

    /** With tokens of its own only. */
    public static ReportingFixture start() {
        return new ReportingFixture(Optional.empty(), false, 10_000, Clock.systemUTC());
    }

    /** With whatever is to be tried. */
    public static ReportingFixture start(
            Optional<OidcSettings> oidc, boolean publicReleases, int requestsPerSecond, Clock clock) {
        return new ReportingFixture(oidc, publicReleases, requestsPerSecond, clock);
    }

    /** Where it is. */
    public URI address() {
        return server.address();
    }

    /** A token for analyst, opfcc, or council: and a code. */
    public String token(String audience) {
        return tokens.issue("somebody", audience, Duration.ofHours(1));
    }

    /** Runs statements as the owner of the tables. */
    public void execute(String sql) {
        jdbi().useHandle(handle -> handle.createScript(sql).execute());
    }

    /** Ends the connections that the service has to the database. */
    public void loseConnections() {
        jdbi().useHandle(handle -> handle.createQuery(
                        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'lamplight_reporting'")
                .mapTo(Boolean.class)
                .list());
    }

    /** The database as its owner. */
    public Jdbi jdbi() {
        return Jdbi.create(postgres.getPostgresDatabase());
    }

    /** Asks without signing in. */
    public HttpResponse<String> get(String target) {
        return send(request(target));
    }

    /** Asks with a token of this audience. */
    public HttpResponse<String> get(String target, String audience) {
        return send(request(target).header("Authorization", "Bearer " + token(audience)));
    }

    /** Begins a request. */
    public HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(address() + target)).timeout(Duration.ofSeconds(60));
    }

    /** Sends it. */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ReportingServer serve(
            Optional<OidcSettings> oidc, boolean publicReleases, int requestsPerSecond, Clock clock) {
        DataSource database = postgres.getDatabase("lamplight_reporting", "postgres");
        Audiences audiences = new Audiences(
                "lamplight_analyst",
                "lamplight_opfcc",
                "lamplight_public",
                List.of(
                        new Council(NORTH, "North Northamptonshire", "lamplight_council_north_northamptonshire"),
                        new Council(WEST, "West Northamptonshire", "lamplight_council_west_northamptonshire")),
                publicReleases);
        ReportingSettings settings =
                new ReportingSettings("127.0.0.1", 0, Optional.empty(), requestsPerSecond, 4, oidc);
        return ReportingServer.start(settings, database, BOOK, audiences, tokens, clock);
    }

    /** Real cells with the wards and councils that they lie in: SQL takes it from there. */
    private void fillCells() {
        jdbi().useHandle(handle -> {
            handle.execute("create table public.cell (n serial, cell text, fine text, latitude double precision,"
                    + " longitude double precision, ward text, council text, force text)");
            var batch = handle.prepareBatch("insert into public.cell (cell, fine, latitude, longitude, ward, council,"
                    + " force) values (?, ?, ?, ?, ?, ?, ?)");
            for (long cell : BOOK.cells(8)) {
                var centre = Cells.centre(cell);
                batch.add(
                        Cells.name(cell),
                        Cells.name(Cells.centreChild(cell, Cells.RESOLUTION)),
                        centre.lat,
                        centre.lng,
                        BOOK.wardOf(cell).orElseThrow().code(),
                        BOOK.councilOf(cell).orElseThrow().code(),
                        BOOK.force());
            }
            batch.execute();
        });
    }

    private static String resource(String name) {
        try (var in = ReportingFixture.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
