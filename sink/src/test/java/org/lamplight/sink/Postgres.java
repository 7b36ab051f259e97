package org.lamplight.sink;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.lamplight.areas.AreaBook;

/** Gives a test that asks for a {@link TestDatabase} one of its own, with tables and areas; one server serves them all. */
final class Postgres implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(Postgres.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TestDatabase.class;
    }

    @Override
    public TestDatabase resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Server server = context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(Server.class, type -> new Server(), Server.class);
        TestDatabase database = server.create();
        context.getStore(NAMESPACE).put(TestDatabase.class, database);
        return database;
    }

    /** The server, with a migrated database from which the others are copied. */
    static final class Server implements AutoCloseable {
        private final EmbeddedPostgres postgres;
        private final AtomicInteger databases = new AtomicInteger();

        Server() {
            try {
                postgres = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "64MB")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            admin().useHandle(handle -> handle.execute("create database lamplight_template"));
            new DatabaseSetup(dataSource("lamplight_template")).run(AreaBook.northamptonshire());
        }

        TestDatabase create() {
            String name = "lamplight_" + databases.incrementAndGet();
            admin().useHandle(handle -> handle.execute("create database " + name + " template lamplight_template"));
            return new TestDatabase(postgres.getPort(), name, Jdbi.create(dataSource(name)));
        }

        private Jdbi admin() {
            return Jdbi.create(postgres.getPostgresDatabase());
        }

        private DataSource dataSource(String name) {
            return postgres.getDatabase("postgres", name);
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
