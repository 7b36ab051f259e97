package org.lamplight.sink;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.areas.Area;
import org.lamplight.areas.AreaBook;

/**
 * Creates the tables and views of the reporting database, or upgrades them, and brings the area book into them. Safe to
 * run at any time, also by several programs at once.
 */
public final class DatabaseSetup {
    // What lay in an area that the book no longer has is placed anew, so nothing names it any more.
    private static final String DELETE_AREAS = "delete from lamplight.area where code <> all (:code)";

    private static final String UPSERT_AREAS = """
            insert into lamplight.area as stored (code, name, kind, vintage, parent, residents)
            select * from unnest(:code, :name, :kind, :vintage, :parent, :residents)
            on conflict (code) do update set name = excluded.name, kind = excluded.kind, vintage = excluded.vintage,
                parent = excluded.parent, residents = excluded.residents
            where (stored.name, stored.kind, stored.vintage, stored.parent, stored.residents)
                is distinct from (excluded.name, excluded.kind, excluded.vintage, excluded.parent, excluded.residents)
            """;

    /** The tables that the sink writes, with their schema: all that a user needs who does not own them. */
    public static final List<String> WRITTEN = Stream.concat(
                    Table.BY_TOPIC.values().stream().map(Table::name).sorted(), Stream.of("kafka_offset"))
            .map(table -> "lamplight." + table)
            .toList();

    private final DataSource database;

    /**
     * @param database connections of the user that is to own the schemas; not a pool of one
     */
    public DatabaseSetup(DataSource database) {
        this.database = database;
    }

    /** Brings the database to this version of the program, with these areas. */
    public void run(AreaBook book) {
        flyway().migrate();
        Jdbi.create(database).useHandle(handle -> {
            List<Area> areas = book.areas();
            handle.createUpdate(DELETE_AREAS)
                    .bindArray(
                            "code", String.class, areas.stream().map(Area::code).toList())
                    .execute();
            handle.createUpdate(UPSERT_AREAS)
                    .bindArray(
                            "code", String.class, areas.stream().map(Area::code).toList())
                    .bindArray(
                            "name", String.class, areas.stream().map(Area::name).toList())
                    .bindArray(
                            "kind",
                            String.class,
                            areas.stream().map(area -> area.kind().name()).toList())
                    .bindArray(
                            "vintage",
                            Integer.class,
                            areas.stream().map(Area::vintage).toList())
                    .bindArray(
                            "parent",
                            String.class,
                            areas.stream()
                                    .map(area -> area.parent().orElse(null))
                                    .toList())
                    .bindArray(
                            "residents",
                            Long.class,
                            areas.stream().map(DatabaseSetup::residents).toList())
                    .execute();
        });
    }

    /** The versions of the migrations that {@link #run} would still do. */
    public List<String> pending() {
        return Stream.of(flyway().info().pending())
                .map(migration -> migration.getVersion().getVersion())
                .toList();
    }

    /** The version of the newest migration that was done; empty before the first. */
    public Optional<String> version() {
        return Optional.ofNullable(flyway().info().current())
                .map(migration -> migration.getVersion().getVersion());
    }

    /** The version of a migration that was done and that this program does not know. */
    public Optional<String> unknown() {
        return Stream.of(flyway().info().all())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .map(migration -> migration.getVersion().getVersion())
                .findFirst();
    }

    private Flyway flyway() {
        return Flyway.configure(DatabaseSetup.class.getClassLoader())
                .dataSource(database)
                .loggers("slf4j")
                .defaultSchema("lamplight")
                .locations("classpath:db/migration")
                .validateMigrationNaming(true)
                .load();
    }

    private static Long residents(Area area) {
        return area.residents().isPresent() ? area.residents().getAsLong() : null;
    }
}
