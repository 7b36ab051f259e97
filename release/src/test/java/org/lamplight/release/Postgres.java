package org.lamplight.release;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.lamplight.areas.AreaBook;
import org.lamplight.sink.DatabaseSetup;

/** A database with the tables of the sink. */
final class Postgres implements AutoCloseable {
    private final EmbeddedPostgres server;

    Postgres() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "64MB")
                .start();
        new DatabaseSetup(server.getPostgresDatabase()).run(AreaBook.northamptonshire());
    }

    Jdbi jdbi() {
        return Jdbi.create(server.getPostgresDatabase());
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
