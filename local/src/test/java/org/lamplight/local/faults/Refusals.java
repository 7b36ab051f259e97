package org.lamplight.local.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Has the database refuse every third statement that writes incidents, for one passing reason or another. */
final class Refusals implements AutoCloseable {
    private static final String BEGIN = """
            create or replace function lamplight.refuse() returns trigger language plpgsql as $$
            declare states text[] := array['40P01', '40001', '53100', '57014'];
            begin
              if random() < 0.33 then
                raise exception 'refused' using errcode = states[1 + floor(random() * 4)::int];
              end if;
              return null;
            end $$;
            create trigger refuse before insert or update or delete on lamplight.incident
              for each statement execute function lamplight.refuse();
            """;
    private static final String END = """
            drop trigger if exists refuse on lamplight.incident;
            drop function if exists lamplight.refuse();
            """;

    private final Postgres postgres;

    Refusals(Postgres postgres) {
        this.postgres = postgres;
    }

    void begin() throws SQLException {
        execute(BEGIN);
    }

    @Override
    public void close() throws SQLException {
        execute(END);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(postgres.directUrl(), Postgres.OWNER, Postgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
