package org.lamplight.local.access;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.Step.Action;
import org.lamplight.local.parts.StartException;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLState;

/**
 * The roles of the reporting database and their rights. What is to be done is found by doing it in a transaction and
 * comparing the rights before and after, so it needs no second description of what a GRANT means.
 */
public final class DatabaseAccess {
    /** What a role's password opens. */
    public static final String USE = "database";

    private static final String SCHEMAS = "'lamplight', 'analyst', 'opfcc', 'partner'";
    private static final String OURS =
            "'^lamplight_(%s|public|analyst|opfcc|council_.+)$'".formatted(String.join("|", Principals.DATABASE_PARTS));
    private static final String ROLES = "select rolname from pg_roles where rolname ~ " + OURS;
    /** Every right of our roles. Whether a role has a password only a superuser sees; it can log in once it was given one. */
    private static final String RIGHTS = """
            with ours as (select oid, rolname, rolcanlogin from pg_roles where rolname ~ %2$s)
            select rolname, 'password for the database' from ours where rolcanlogin
            union all
            select rolname, lower(privilege_type) || ' on schema ' || nspname
            from pg_namespace, aclexplode(nspacl), ours where grantee = ours.oid and nspname in (%1$s)
            union all
            select rolname, lower(privilege_type) || ' on ' || nspname || '.' || relname
            from pg_class join pg_namespace on pg_namespace.oid = relnamespace, aclexplode(relacl), ours
            where grantee = ours.oid and nspname in (%1$s)
            union all
            select rolname, lower(privilege_type) || ' on ' || nspname || '.' || relname || ' (' || attname || ')'
            from pg_attribute join pg_class on pg_class.oid = attrelid join pg_namespace on pg_namespace.oid = relnamespace,
                aclexplode(attacl), ours
            where grantee = ours.oid and nspname in (%1$s)
            union all
            select ours.rolname, 'the role ' || pg_roles.rolname
            from pg_auth_members join ours on ours.oid = member join pg_roles on pg_roles.oid = roleid
            union all
            select role, 'rows released to ' || recipient from lamplight.reader
            """.formatted(SCHEMAS, OURS);

    private final Jdbi jdbi;
    private final List<DatabaseRole> roles;

    /**
     * Looks at nothing yet.
     *
     * @param owner connections of the owner of the reporting tables, who may make roles
     * @param book the area book, whose councils have a role each
     */
    public DatabaseAccess(DataSource owner, AreaBook book) {
        this.jdbi = Jdbi.create(owner);
        this.roles = DatabaseRoles.of(book);
    }

    /** The role by which a principal logs in. */
    public static String roleOf(String principal) {
        return DatabaseRole.nameOf(principal);
    }

    /** Who logs in. */
    public Set<String> principals() {
        return roles.stream()
                .filter(DatabaseRole::logsIn)
                .map(DatabaseRole::principal)
                .collect(Collectors.toSet());
    }

    /** What is to be done; nothing if the database is as it should be. */
    public List<Step> steps() {
        return asking(() -> jdbi.inTransaction(handle -> {
            Set<Step> before = rights(handle);
            grant(handle);
            roles.stream().filter(DatabaseRole::logsIn).forEach(role -> allowLogin(handle, role));
            Set<Step> after = rights(handle);
            handle.rollback();
            List<Step> steps = new ArrayList<>(minus(after, before));
            minus(before, after)
                    .forEach(right -> steps.add(new Step(Action.REMOVE, right.principal(), right.detail())));
            return steps;
        }));
    }

    /**
     * Makes the roles and their rights, all or none. Doing it again changes nothing.
     *
     * @param principals who gets a password here if there is none yet
     * @param renew who gets a new one all the same
     * @param fresh makes a principal's password
     * @param handover takes them to their owners
     */
    public void apply(
            Collection<String> principals, Set<String> renew, UnaryOperator<String> fresh, Handover handover) {
        asking(() -> jdbi.inTransaction(handle -> {
            grant(handle);
            Set<String> able = handle.createQuery(ROLES + " and rolcanlogin")
                    .mapTo(String.class)
                    .set();
            for (DatabaseRole role : roles) {
                boolean isDue = !able.contains(role.name()) || renew.contains(role.principal());
                if (isDue && principals.contains(role.principal())) {
                    String password = fresh.apply(role.principal());
                    handover.give(role.principal(), USE, password);
                    setPassword(handle, role, password);
                    allowLogin(handle, role);
                }
            }
            return true;
        }));
    }

    private void grant(Handle handle) {
        // Two at a time would trip over each other's changes of the catalogue.
        handle.execute("select pg_advisory_xact_lock(hashtext('lamplight access'))");
        List<String> known = roles(handle);
        for (String role : known) {
            for (String other : known) {
                handle.execute("revoke " + other + " from " + role);
            }
            for (String schema : List.of("lamplight", "analyst", "opfcc", "partner")) {
                handle.execute("revoke all on all tables in schema " + schema + " from " + role);
                handle.execute("revoke all on schema " + schema + " from " + role);
            }
        }
        handle.execute("delete from lamplight.reader");
        Set<String> wanted = roles.stream().map(DatabaseRole::name).collect(Collectors.toSet());
        known.stream().filter(role -> !wanted.contains(role)).forEach(role -> handle.execute("drop role " + role));
        for (DatabaseRole role : roles) {
            if (!known.contains(role.name())) {
                // It has the rights of other roles only while it takes one of them.
                handle.execute("create role " + role.name() + " noinherit");
            }
            role.rights().forEach(right -> handle.execute("grant " + right + " to " + role.name()));
            role.roles().forEach(other -> handle.execute("grant " + other + " to " + role.name()));
            role.recipients()
                    .forEach(recipient ->
                            handle.execute("insert into lamplight.reader values (?, ?)", role.name(), recipient));
        }
    }

    private static void allowLogin(Handle handle, DatabaseRole role) {
        handle.execute("alter role " + role.name() + " login");
    }

    private static List<String> roles(Handle handle) {
        return handle.createQuery(ROLES).mapTo(String.class).list();
    }

    private static Set<Step> rights(Handle handle) {
        return handle.createQuery(RIGHTS)
                .map((row, context) ->
                        new Step(Action.ADD, DatabaseRole.principalOf(row.getString(1)), row.getString(2)))
                .set();
    }

    /** The driver hashes it, so that the server never sees it and cannot write it to a log. */
    private static void setPassword(Handle handle, DatabaseRole role, String password) {
        try {
            Connection connection = handle.getConnection();
            connection
                    .unwrap(PGConnection.class)
                    .alterUserPassword(role.name(), password.toCharArray(), "scram-sha-256");
        } catch (SQLException e) {
            throw new StartException("The password of database role " + role.name() + " cannot be set.", e);
        }
    }

    private static Collection<Step> minus(Set<Step> some, Set<Step> others) {
        return some.stream().filter(step -> !others.contains(step)).toList();
    }

    private static <T> T asking(Supplier<T> question) {
        try {
            return question.get();
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException refused
                    && PSQLState.UNDEFINED_TABLE.getState().equals(refused.getSQLState())) {
                throw new StartException(
                        "The reporting database has no tables of Lamplight yet: lamplight access apply makes them.", e);
            }
            throw new StartException(
                    "The reporting database refuses: " + e.getCause().getMessage(), e);
        }
    }
}
