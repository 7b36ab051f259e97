package org.lamplight.local.access;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.PartnersConfig.Login;
import org.lamplight.local.config.Place;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.CertificateAuthority;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.StartException;
import org.lamplight.sink.DatabaseSetup;

/** The access to a running Lamplight's cluster and database: rights, quotas and secrets, as they are and as they should be. */
public final class Access implements AutoCloseable {
    private final LamplightConfig config;
    private final AreaBook book;
    private final DataSource owner;
    private final Clock clock;
    private final Secrets secrets;
    private final Admin admin;
    private final Set<String> kafkaLogins;
    private final Set<String> databaseLogins;
    private final KafkaAccess rights;
    private final KafkaPasswords passwords;
    private final DatabaseAccess database;

    private Access(LamplightConfig config, DataSource owner, Clock clock, Secrets secrets, Admin admin) {
        this.config = config;
        this.book = AreaBooks.read(config);
        this.owner = owner;
        this.clock = clock;
        this.secrets = secrets;
        this.admin = admin;
        List<Principal> principals = Principals.of(book);
        this.kafkaLogins = logins(
                principals.stream().map(Principal::name).toList(),
                config.kafka().place(),
                Principals.KAFKA_PARTS);
        this.rights = new KafkaAccess(admin, principals);
        this.passwords = new KafkaPasswords(admin, byCertificate() ? Set.of() : kafkaLogins);
        this.database = new DatabaseAccess(owner, book);
        this.databaseLogins = logins(database.principals(), config.database().place(), Principals.DATABASE_PARTS);
    }

    /** All that is granted, without asking the cluster or the database. */
    public static List<Right> plan(LamplightConfig config) {
        AreaBook book = AreaBooks.read(config);
        return Stream.concat(
                        Principals.of(book).stream().flatMap(principal -> principal.rights().stream()),
                        DatabaseRoles.of(book).stream().flatMap(role -> role.plan().stream()))
                .toList();
    }

    /**
     * Connects to the cluster and the database that the configuration names.
     *
     * @param config what is set, with the administrator's login to a cluster elsewhere
     * @param owner connections of the owner of the reporting tables
     * @param clock what time it is
     * @throws StartException if it is embedded and there is none yet
     */
    public static Access connect(LamplightConfig config, DataSource owner, Clock clock) {
        if (config.kafka().place().embedded() && !Files.exists(config.data().broker())) {
            throw StartException.neverStarted(config.data());
        }
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        Map<String, String> client = new KafkaLogins(config, Addresses.of(config), secrets).client(Principals.ADMIN);
        return new Access(config, owner, clock, secrets, Admin.create(new HashMap<>(client)));
    }

    /** Whose secrets are given here. */
    public Set<String> logins() {
        Set<String> logins = new TreeSet<>(kafkaLogins);
        logins.addAll(databaseLogins);
        return logins;
    }

    /** What is to be done; nothing if all is as it should be. */
    public List<Step> steps() {
        List<Step> steps = new ArrayList<>(rights.steps());
        steps.addAll(passwords.steps());
        steps.addAll(database.steps());
        return steps;
    }

    /**
     * Does it, and makes the tables if they are missing. Doing it again changes nothing.
     *
     * @param renew who gets new secrets though they have some
     * @param handover takes new secrets to their owners; those of parts that run here stay here, and who has a password
     *     among the secrets already gets that one
     * @return what was done, but for the secrets that were renewed
     */
    public List<Step> apply(Set<String> renew, Handover handover) {
        new DatabaseSetup(owner).run(book);
        List<Step> steps = steps();
        rights.apply();
        Handover keeping = keeping(handover);
        passwords.apply(renew, passwords(KafkaPasswords.USE, renew), keeping);
        database.apply(databaseLogins, renew, passwords(DatabaseAccess.USE, renew), keeping);
        if (byCertificate()) {
            CertificateAuthority authority =
                    CertificateAuthority.in(config.data().secrets(), clock);
            renew.stream()
                    .filter(kafkaLogins::contains)
                    .forEach(name -> handover.give(name, "kafka.pem", authority.client(name)));
        }
        return steps;
    }

    /** The password that is among the secrets already, unless it is to be renewed; else a fresh one. */
    private UnaryOperator<String> passwords(String use, Set<String> renew) {
        return principal -> secrets.given(principal, use)
                .filter(given -> !renew.contains(principal))
                .orElseGet(secrets::fresh);
    }

    private Handover keeping(Handover handover) {
        return (principal, use, secret) -> {
            if (secrets.given(principal, use).filter(secret::equals).isPresent()) {
                return;
            }
            if (runsHere(principal)) {
                secrets.keep(principal, use, secret);
            } else {
                handover.give(principal, use, secret);
            }
        };
    }

    @Override
    public void close() {
        admin.close();
    }

    /** Whose secrets are given by this command: the parts have those of embedded servers from the start. */
    private static Set<String> logins(Collection<String> principals, Place place, List<String> parts) {
        return principals.stream()
                .filter(principal -> !place.embedded() || !parts.contains(principal))
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean runsHere(String principal) {
        return switch (principal) {
            case Principals.CONNECT, Principals.SINK -> config.connect().place().embedded();
            case Principals.STREAMS -> config.streams().embedded();
            default -> Principals.DATABASE_PARTS.contains(principal);
        };
    }

    private boolean byCertificate() {
        return config.kafka().place().embedded() && config.kafka().partners().login() == Login.CERTIFICATE;
    }
}
