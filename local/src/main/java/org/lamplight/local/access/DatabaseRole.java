package org.lamplight.local.access;

import java.util.List;
import java.util.stream.Stream;

/**
 * A role of the reporting database.
 *
 * @param name the role
 * @param principal whose it is
 * @param rights what it may do, as GRANT puts it: privileges on what
 * @param recipients whose released rows it sees; * for all
 * @param roles the roles that it may take instead of its own
 */
record DatabaseRole(String name, String principal, List<String> rights, List<String> recipients, List<String> roles) {
    /** How the names of our roles begin: other databases of the server may have an analyst, too. */
    private static final String PREFIX = "lamplight_";

    static DatabaseRole of(String principal, List<String> rights, List<String> recipients) {
        return new DatabaseRole(nameOf(principal), principal, rights, recipients, List.of());
    }

    /** The same role, which may take those of others. */
    DatabaseRole taking(List<DatabaseRole> others) {
        return new DatabaseRole(
                name,
                principal,
                rights,
                recipients,
                others.stream().map(DatabaseRole::name).toList());
    }

    /** Whether somebody logs in with it. */
    boolean logsIn() {
        return !principal.equals(Principals.PUBLIC);
    }

    /** What it may do in the database. */
    List<Right> plan() {
        return Stream.concat(
                        rights.stream()
                                .map(right -> right.split(" on ", 2))
                                .map(parts -> new Right(principal, parts[0], parts[1])),
                        roles.stream().map(role -> new Right(principal, "take", "role " + role)))
                .toList();
    }

    /** Whose role it is. */
    static String principalOf(String name) {
        return name.substring(PREFIX.length()).replace('_', '-');
    }

    /** A principal's role: its name in the form that needs no quotes. */
    static String nameOf(String principal) {
        return PREFIX + principal.replace('-', '_');
    }
}
