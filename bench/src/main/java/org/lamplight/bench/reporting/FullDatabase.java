package org.lamplight.bench.reporting;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.Cells;
import org.lamplight.sink.DatabaseSetup;

/** A reporting database with a row for every cell of resolution 8 in ten categories, and trends of two years. */
final class FullDatabase {
    private static final int RESOLUTION = 8;

    private FullDatabase() {}

    static EmbeddedPostgres start(AreaBook book) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "128MB")
                .start();
        new DatabaseSetup(postgres.getPostgresDatabase()).run(book);
        Jdbi.create(postgres.getPostgresDatabase()).useHandle(handle -> {
            handle.createScript(resource("roles.sql")).execute();
            cells(handle, book);
            handle.createScript(resource("rows.sql")).execute();
            handle.execute("vacuum analyze");
        });
        return postgres;
    }

    private static void cells(Handle handle, AreaBook book) {
        handle.execute("create table public.cell (n serial, cell text, latitude double precision,"
                + " longitude double precision, ward text, council text, force text)");
        PreparedBatch batch = handle.prepareBatch(
                "insert into public.cell (cell, latitude, longitude, ward, council, force) values (?, ?, ?, ?, ?, ?)");
        for (long cell : book.cells(RESOLUTION)) {
            var centre = Cells.centre(cell);
            batch.add(
                    Cells.name(cell),
                    centre.lat,
                    centre.lng,
                    book.wardOf(cell).orElseThrow().code(),
                    book.councilOf(cell).orElseThrow().code(),
                    book.force());
        }
        batch.execute();
    }

    private static String resource(String name) {
        try (InputStream in = FullDatabase.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
