package org.lamplight.local.access;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lamplight.areas.AreaBook;
import org.lamplight.sink.DatabaseSetup;

/**
 * Who may do what in the reporting database: the one place that says so. People read views, never tables; the owner of
 * the tables, who migrates them, needs no grant.
 */
final class DatabaseRoles {
    private DatabaseRoles() {}

    static List<DatabaseRole> of(AreaBook book) {
        List<DatabaseRole> roles = new ArrayList<>(List.of(
                DatabaseRole.of(
                        Principals.SINK,
                        List.of(
                                "usage on schema lamplight",
                                "select, insert, update, delete on " + String.join(", ", DatabaseSetup.WRITTEN)),
                        List.of()),
                DatabaseRole.of(
                        Principals.RELEASE,
                        List.of(
                                "usage on schema lamplight",
                                "select on lamplight.incident, lamplight.trend, lamplight.kafka_offset, lamplight.reader",
                                "select, insert, update on lamplight.release, lamplight.released"),
                        List.of("*")),
                DatabaseRole.of(
                        Principals.RETENTION,
                        List.of(
                                "usage on schema lamplight",
                                "select (source, rejected_at), delete on lamplight.rejected_row",
                                "select (at), delete on lamplight.access_log"),
                        List.of()),
                DatabaseRole.of(
                        Principals.WEBHOOKS,
                        List.of(
                                "usage on schema lamplight",
                                "select (release, status, published_at) on lamplight.release",
                                "select on lamplight.released, lamplight.reader",
                                "select, insert, update on lamplight.webhook",
                                "select, insert, update, delete on lamplight.webhook_delivery"),
                        List.of("*"))));
        List<DatabaseRole> readers = readers(book);
        roles.addAll(readers);
        roles.add(DatabaseRole.of(
                        Principals.REPORTING,
                        List.of("usage on schema lamplight", "insert on lamplight.access_log"),
                        List.of())
                .taking(readers));
        return roles;
    }

    /** Who reads views. */
    private static List<DatabaseRole> readers(AreaBook book) {
        List<DatabaseRole> readers = new ArrayList<>(List.of(
                DatabaseRole.of(Principals.ANALYST, all("analyst", "opfcc"), List.of("*")),
                DatabaseRole.of(Principals.OPFCC, all("opfcc"), List.of("*")),
                DatabaseRole.of(Principals.PUBLIC, released(), List.of(book.force()))));
        Principals.councils(book)
                .forEach((code, council) ->
                        readers.add(DatabaseRole.of(council.name(), released(), List.of(code, book.force()))));
        return readers;
    }

    /** The views of these schemas, and what was released. */
    private static List<String> all(String... schemas) {
        return Stream.concat(Stream.of(schemas).flatMap(schema -> views(schema).stream()), released().stream())
                .toList();
    }

    private static List<String> views(String schema) {
        return List.of("usage on schema " + schema, "select on all tables in schema " + schema);
    }

    /** The views ask in the reader's own name, so it needs the tables, too; without their schema it cannot name them. */
    private static List<String> released() {
        List<String> rights = new ArrayList<>(views("partner"));
        rights.add("select on lamplight.released, lamplight.reader");
        rights.add("select (release, as_of, status, sha256, published_at) on lamplight.release");
        return rights;
    }
}
