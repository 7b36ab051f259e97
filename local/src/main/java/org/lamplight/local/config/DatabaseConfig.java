package org.lamplight.local.config;

/**
 * The reporting database.
 *
 * @param place where PostgreSQL runs
 * @param user who owns the reporting tables
 * @param password that user's password on a server that runs elsewhere; empty for the embedded one
 */
public record DatabaseConfig(Place place, String user, String password) {
    /** Refuses a user that PostgreSQL would have to quote. */
    public DatabaseConfig {
        if (!user.matches("[a-z_][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("database.user is " + user
                    + ": it must be lower-case letters, digits and _, starting with a letter.");
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "DatabaseConfig[place=" + place + ", user=" + user + "]";
    }
}
