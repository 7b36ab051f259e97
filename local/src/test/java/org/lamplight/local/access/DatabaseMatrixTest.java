package org.lamplight.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.local.parts.Ports;
import org.lamplight.sink.DatabaseSetup;
import org.postgresql.ds.PGSimpleDataSource;

/** Lets every role of the reporting database try every operation on every relation there is. */
class DatabaseMatrixTest {
    /** No privilege; no table (but a view); a view that takes no rows; a column of a view that takes none. */
    private static final List<String> REFUSALS = List.of("42501", "42809", "55000", "0A000");

    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final String NORTH = "council-north-northamptonshire";
    private static final String WEST = "council-west-northamptonshire";
    private static final List<String> ALL = List.of(
            Principals.SINK,
            Principals.RELEASE,
            Principals.RETENTION,
            Principals.WEBHOOKS,
            Principals.REPORTING,
            Principals.ANALYST,
            Principals.OPFCC,
            NORTH,
            WEST);
    private static final Set<String> MIRRORS = Set.of(
            "lamplight.incident",
            "lamplight.hotspot",
            "lamplight.alert",
            "lamplight.trend",
            "lamplight.outcome_rate",
            "lamplight.evaluation",
            "lamplight.feed_health",
            "lamplight.rejected_row",
            "lamplight.kafka_offset");

    @TempDir
    private static Path home;

    private static final Map<String, String> PASSWORDS = new HashMap<>();
    private static EmbeddedDatabase postgres;
    private static int port;
    private static Jdbi owner;
    private static List<String> relations;

    /** What is tried on a relation; what works is taken back. */
    private enum Attempt {
        SELECT("select count(*) from %s"),
        INSERT("insert into %s select * from %1$s where false"),
        UPDATE("update %s set %2$s = %2$s where false"),
        DELETE("delete from %s where false"),
        TRUNCATE("truncate %s"),
        DROP("drop table %s"),
        ALTER("alter table %s add column x integer");

        private final String sql;

        Attempt(String sql) {
            this.sql = sql;
        }

        String on(String relation, String column) {
            return sql.formatted(relation, column);
        }
    }

    @BeforeAll
    static void start() {
        port = Ports.choose(new Port(0), "database.port", "database");
        postgres = EmbeddedDatabase.start(new DataDirectory(home), port, "lamplight", "lamplight");
        new DatabaseSetup(as("lamplight", "lamplight")).run(BOOK);
        owner = Jdbi.create(as("lamplight", "lamplight"));
        access().apply(
                        ALL,
                        Set.of(),
                        principal -> principal + "-password",
                        (principal, use, secret) -> PASSWORDS.put(principal, secret));
        relations = owner.withHandle(
                handle -> handle.createQuery("""
                        select nspname || '.' || relname from pg_class join pg_namespace on pg_namespace.oid = relnamespace
                        where relkind in ('r', 'p', 'v', 'm') and not relispartition
                            and nspname in ('lamplight', 'analyst', 'opfcc', 'partner') order by 1
                        """).mapTo(String.class).list());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void shouldLetEachRoleDoWhatItIsForAndNothingElse() {
        for (String principal : ALL) {
            Map<String, Set<Attempt>> done = new TreeMap<>();
            Map<String, Set<Attempt>> expected = new TreeMap<>();
            Jdbi role = Jdbi.create(as(DatabaseAccess.roleOf(principal), PASSWORDS.get(principal)));
            for (String relation : relations) {
                done.put(relation, whatWorks(role, relation));
                expected.put(relation, expected(principal, relation));
            }
            assertThat(done).as(principal).isEqualTo(expected);
            long allowed = done.values().stream().mapToLong(Set::size).sum();
            System.out.printf(
                    "[access] %-31s %d relations x %d operations: %d done, %d refused%n",
                    principal,
                    relations.size(),
                    Attempt.values().length,
                    allowed,
                    (long) relations.size() * Attempt.values().length - allowed);
        }
    }

    @Test
    void shouldShowACouncilItsOwnRowsAndTheForcesOnly() {
        owner.useHandle(handle -> {
            handle.execute("insert into lamplight.release values"
                    + " ('2026-04-15', '2026-04-15', 'PUBLISHED', '', '{}', '{}', '{}', '{}', now())");
            int position = 0;
            for (String recipient : List.of("E06000061", "E06000062", "E23000022")) {
                handle.execute("""
                        insert into lamplight.released (release, position, recipient, revision, is_final, area, area_name,
                            area_kind, category, period, first_day, last_day, withheld, method, threshold, base)
                        values ('2026-04-15', ?, ?, 1, false, ?, '', 'COUNCIL', 'retail', 'MONTH', '2026-03-01',
                            '2026-03-31', true, 'ROUNDED', 5, 5)
                        """, position++, recipient, recipient);
            }
        });

        assertThat(recipients(NORTH)).containsExactlyInAnyOrder("E06000061", "E23000022");
        assertThat(recipients(WEST)).containsExactlyInAnyOrder("E06000062", "E23000022");
        long seenByTheJob = Jdbi.create(
                        as(DatabaseAccess.roleOf(Principals.RELEASE), PASSWORDS.get(Principals.RELEASE)))
                .withHandle(handle -> handle.createQuery("select count(*) from lamplight.released")
                        .mapTo(Long.class)
                        .one());
        assertThat(seenByTheJob).isEqualTo(3);
    }

    @Test
    void shouldLetTheReportingServiceTakeTheRolesOfReadersOnly() {
        Jdbi service =
                Jdbi.create(as(DatabaseAccess.roleOf(Principals.REPORTING), PASSWORDS.get(Principals.REPORTING)));

        for (String reader : List.of("analyst", "opfcc", "public", NORTH, WEST)) {
            String take = "set local role " + DatabaseAccess.roleOf(reader);
            assertThat(sqlState(() -> service.useTransaction(handle -> {
                        handle.execute(take);
                        handle.execute("select count(*) from partner.trend");
                    })))
                    .as(reader)
                    .isEmpty();
        }
        for (String part : List.of("sink", "release", "retention", "webhooks")) {
            String take = "set role " + DatabaseAccess.roleOf(part);
            assertThat(sqlState(() -> service.useHandle(handle -> handle.execute(take))))
                    .as(part)
                    .isEqualTo("42501");
        }
        assertThat(sqlState(() -> service.useHandle(handle -> handle.execute("set role lamplight"))))
                .isEqualTo("42501");
        assertThat(sqlState(() -> service.useHandle(handle -> handle.execute("insert into lamplight.access_log"
                        + " (subject, audience, target, status) values ('x', 'x', '/', 200)"))))
                .isEmpty();
        assertThat(sqlState(() -> service.useHandle(handle -> handle.execute("delete from lamplight.access_log"))))
                .isEqualTo("42501");
    }

    @Test
    void shouldFindAndMendWhatSomebodyChanged() {
        assertThat(access().steps()).isEmpty();
        owner.useHandle(handle -> {
            handle.execute("grant usage on schema analyst to lamplight_opfcc");
            handle.execute("grant select on analyst.hotspot to lamplight_opfcc");
            handle.execute("revoke select on analyst.alert from lamplight_analyst");
            handle.execute("create role lamplight_council_gone login");
        });

        assertThat(access().steps())
                .extracting(step -> step.action() + " " + step.principal() + ": " + step.detail())
                .containsExactlyInAnyOrder(
                        "REMOVE opfcc: usage on schema analyst",
                        "REMOVE opfcc: select on analyst.hotspot",
                        "ADD analyst: select on analyst.alert",
                        "REMOVE council-gone: password for the database");

        access().apply(ALL, Set.of(), principal -> "unused", (principal, use, secret) -> {
            throw new AssertionError("Nobody lacked a password.");
        });
        assertThat(access().steps()).isEmpty();
    }

    @Test
    void shouldVoidAnOldPasswordWhenItIsRenewed() {
        Map<String, String> given = new HashMap<>();
        access().apply(
                        ALL,
                        Set.of(Principals.OPFCC),
                        principal -> "renewed",
                        (principal, use, secret) -> given.put(principal, secret));

        assertThat(given).isEqualTo(Map.of(Principals.OPFCC, "renewed"));
        Jdbi old = Jdbi.create(as("lamplight_opfcc", PASSWORDS.get(Principals.OPFCC)));
        assertThat(sqlState(() -> old.useHandle(handle -> handle.execute("select 1"))))
                .isEqualTo("28P01");
        PASSWORDS.putAll(given);
    }

    private static Set<Attempt> whatWorks(Jdbi role, String relation) {
        String column = owner.withHandle(handle -> handle.createQuery(
                        "select attname from pg_attribute where attrelid = ?::regclass and attnum = 1")
                .bind(0, relation)
                .mapTo(String.class)
                .one());
        Set<Attempt> worked = new TreeSet<>();
        for (Attempt attempt : Attempt.values()) {
            String failure = sqlState(() -> role.useTransaction(handle -> {
                handle.execute(attempt.on(relation, column));
                handle.rollback();
            }));
            if (failure.isEmpty()) {
                worked.add(attempt);
            } else {
                assertThat(failure).as("%s on %s", attempt, relation).isIn(REFUSALS);
            }
        }
        return worked;
    }

    private static Set<Attempt> expected(String principal, String relation) {
        return switch (principal) {
            case Principals.SINK ->
                MIRRORS.contains(relation)
                        ? Set.of(Attempt.SELECT, Attempt.INSERT, Attempt.UPDATE, Attempt.DELETE)
                        : Set.of();
            case Principals.RELEASE ->
                switch (relation) {
                    case "lamplight.incident", "lamplight.trend", "lamplight.kafka_offset", "lamplight.reader" ->
                        Set.of(Attempt.SELECT);
                    case "lamplight.release", "lamplight.released" ->
                        Set.of(Attempt.SELECT, Attempt.INSERT, Attempt.UPDATE);
                    default -> Set.of();
                };
            case Principals.RETENTION ->
                List.of("lamplight.rejected_row", "lamplight.access_log").contains(relation)
                        ? Set.of(Attempt.SELECT, Attempt.DELETE)
                        : Set.of();
            case Principals.WEBHOOKS ->
                switch (relation) {
                    case "lamplight.release", "lamplight.released", "lamplight.reader" -> Set.of(Attempt.SELECT);
                    case "lamplight.webhook" -> Set.of(Attempt.SELECT, Attempt.INSERT, Attempt.UPDATE);
                    case "lamplight.webhook_delivery" ->
                        Set.of(Attempt.SELECT, Attempt.INSERT, Attempt.UPDATE, Attempt.DELETE);
                    default -> Set.of();
                };
            case Principals.REPORTING -> Set.of();
            case Principals.ANALYST -> views(relation, "analyst.", "opfcc.", "partner.");
            case Principals.OPFCC -> views(relation, "opfcc.", "partner.");
            default -> views(relation, "partner.");
        };
    }

    private static Set<Attempt> views(String relation, String... schemas) {
        return Stream.of(schemas).anyMatch(relation::startsWith) ? Set.of(Attempt.SELECT) : Set.of();
    }

    private static Set<String> recipients(String principal) {
        return Jdbi.create(as(DatabaseAccess.roleOf(principal), PASSWORDS.get(principal)))
                .withHandle(
                        handle -> handle.createQuery("select recipient from partner.trend").mapTo(String.class).stream()
                                .collect(Collectors.toSet()));
    }

    private static String sqlState(Runnable statement) {
        try {
            statement.run();
            return "";
        } catch (JdbiException e) {
            Throwable cause = e.getCause();
            return cause instanceof SQLException refused ? refused.getSQLState() : cause.toString();
        }
    }

    private static DatabaseAccess access() {
        return new DatabaseAccess(as("lamplight", "lamplight"), BOOK);
    }

    private static PGSimpleDataSource as(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:" + port + "/lamplight");
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
