package org.lamplight.local.containers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.sink.DatabaseSetup;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL in the versions that users run takes our tables, views and roles, and keeps tables from readers. */
class PostgresImagesTest {
    private static final AreaBook BOOK = AreaBook.northamptonshire();
    private static final Set<String> READERS = Set.of("analyst");

    @ParameterizedTest
    @MethodSource("org.lamplight.local.containers.Images#postgres")
    void shouldTakeTablesViewsAndRoles(String image) {
        try (PostgreSQLContainer postgres =
                new PostgreSQLContainer(Images.here(image, "postgres")).withStartupTimeout(Duration.ofMinutes(3))) {
            postgres.start();
            DataSource owner = as(postgres, postgres.getUsername(), postgres.getPassword());
            Map<String, String> passwords = new HashMap<>();

            new DatabaseSetup(owner).run(BOOK);
            new DatabaseSetup(owner).run(BOOK);
            DatabaseAccess access = new DatabaseAccess(owner, BOOK);
            access.apply(
                    READERS,
                    Set.of(),
                    reader -> reader + "-password",
                    (reader, use, secret) -> passwords.put(reader, secret));

            assertThat(access.steps()).noneMatch(step -> READERS.contains(step.principal()));
            Jdbi analyst = Jdbi.create(as(postgres, "lamplight_analyst", passwords.get("analyst")));
            assertThat(count(analyst, "analyst.hotspot")).isZero();
            assertThatThrownBy(() -> count(analyst, "lamplight.hotspot")).hasMessageContaining("permission denied");
        }
    }

    private static long count(Jdbi jdbi, String relation) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + relation)
                .mapTo(Long.class)
                .one());
    }

    private static DataSource as(PostgreSQLContainer postgres, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(postgres.getJdbcUrl());
        source.setUser(user);
        source.setPassword(password);
        return source;
    }
}
