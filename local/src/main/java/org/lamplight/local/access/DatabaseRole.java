package org.lamplight.local.access;

import java.util.List;

/**
 * A role of the reporting database.
 *
 * @param name the role
 * @param principal whose it is
 * @param rights what it may do, as GRANT puts it: privileges on what
 * @param recipients whose released rows it sees; * for all
 */
record DatabaseRole(String name, String principal, List<String> rights, List<String> recipients) {
    /** How the names of our roles begin: other databases of the server may have an analyst, too. */
    private static final String PREFIX = "lamplight_";

    static DatabaseRole of(String principal, List<String> rights, List<String> recipients) {
        return new DatabaseRole(nameOf(principal), principal, rights, recipients);
    }

    /** What it may do in the database. */
    List<Right> plan() {
        return rights.stream()
                .map(right -> right.split(" on ", 2))
                .map(parts -> new Right(principal, parts[0], parts[1]))
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
