package org.lamplight.local.parts;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Connections to the reporting database. */
final class DatabaseSource {
    private DatabaseSource() {}

    /** Connections of a user, without a pool. */
    static DataSource of(Addresses addresses, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(addresses.database());
        source.setUser(user);
        source.setPassword(password);
        // PostgreSQL's details quote rows.
        source.setLogServerErrorDetail(false);
        return source;
    }
}
