package org.lamplight.local.faults;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Takes every connection that the database has to give. */
final class Crowd implements AutoCloseable {
    private static final String TOO_MANY = "53300";
    private static final int MOST = 100;

    private final List<Connection> connections = new ArrayList<>();

    private final Postgres postgres;

    Crowd(Postgres postgres) {
        this.postgres = postgres;
    }

    /** Takes the place of those who are connected, too. */
    void gather() throws SQLException {
        try {
            while (connections.size() < MOST) {
                connections.add(DriverManager.getConnection(postgres.directUrl(), Postgres.OWNER, Postgres.PASSWORD));
                postgres.network().reset();
            }
        } catch (SQLException e) {
            if (!TOO_MANY.equals(e.getSQLState())) {
                throw e;
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
