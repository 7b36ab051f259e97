package org.lamplight.local.parts;

import java.util.Map;
import javax.sql.DataSource;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * How each part of Lamplight logs in to the reporting database: with a role of its own. On a server elsewhere it has one
 * since {@code lamplight access apply}; before, or without, it logs in as the owner of the tables.
 */
public final class DatabaseLogins {
    private final LamplightConfig config;
    private final Addresses addresses;
    private final Secrets secrets;

    /** Makes no password yet. */
    public DatabaseLogins(LamplightConfig config, Addresses addresses, Secrets secrets) {
        this.config = config;
        this.addresses = addresses;
        this.secrets = secrets;
    }

    /** Connections of the owner of the tables, without a pool. */
    public DataSource owner() {
        return source(config.database().user(), ownerPassword());
    }

    /** Connections of a part, without a pool. */
    public DataSource of(String principal) {
        return hasRole(principal) ? source(DatabaseAccess.roleOf(principal), password(principal)) : owner();
    }

    /** The owner's password: the administrator's among the secrets, or the configuration's. */
    public String ownerPassword() {
        if (isEmbedded()) {
            return secrets.get(Secrets.DATABASE_PASSWORD);
        }
        String given = secret(Principals.ADMIN);
        return secrets.has(given) ? secrets.get(given) : config.database().password();
    }

    /** A part's password. */
    String password(String principal) {
        return secrets.get(secret(principal));
    }

    /** The settings by which a connector logs in as this part. Without a role of its own it makes the tables, too. */
    Map<String, String> connector(String principal) {
        return hasRole(principal)
                ? Map.of(
                        "database.user",
                        DatabaseAccess.roleOf(principal),
                        "database.password",
                        secrets.reference(secret(principal)),
                        "database.migrate",
                        "false")
                : Map.of("database.user", config.database().user(), "database.password", ownerPassword());
    }

    private boolean hasRole(String principal) {
        return isEmbedded() || secrets.has(secret(principal));
    }

    private String secret(String principal) {
        return isEmbedded() ? Secrets.databasePassword(principal) : Secrets.nameOf(principal, DatabaseAccess.USE);
    }

    private boolean isEmbedded() {
        return config.database().place().embedded();
    }

    private DataSource source(String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(addresses.database());
        source.setUser(user);
        source.setPassword(password);
        // PostgreSQL's details quote rows.
        source.setLogServerErrorDetail(false);
        return source;
    }
}
