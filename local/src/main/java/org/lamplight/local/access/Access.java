package org.lamplight.local.access;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

/** The access to a running Lamplight's cluster and database: rights, quotas and secrets, as they are and as they should be. */
public final class Access implements AutoCloseable {
    private final LamplightConfig config;
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
        this.clock = clock;
        this.secrets = secrets;
        this.admin = admin;
        AreaBook book = AreaBooks.read(config);
        List<Principal> principals = Principals.of(book);
        this.kafkaLogins = logins(principals, config.kafka().place());
        this.databaseLogins = logins(principals, config.database().place());
        this.rights = new KafkaAccess(admin, principals);
        this.passwords = new KafkaPasswords(admin, byCertificate() ? Set.of() : kafkaLogins);
        this.database = new DatabaseAccess(owner, book);
    }

    /** Everyone who is to have access. */
    public static List<Principal> principals(LamplightConfig config) {
        return Principals.of(AreaBooks.read(config));
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
     * Does it. Doing it again changes nothing.
     *
     * @param renew who gets new secrets though they have some
     * @param handover takes new secrets to their owners
     */
    public void apply(Set<String> renew, Handover handover) {
        rights.apply();
        passwords.apply(renew, secrets::fresh, handover);
        database.apply(databaseLogins, renew, principal -> secrets.fresh(), handover);
        if (byCertificate()) {
            CertificateAuthority authority =
                    CertificateAuthority.in(config.data().secrets(), clock);
            renew.stream()
                    .filter(kafkaLogins::contains)
                    .forEach(name -> handover.give(name, "kafka.pem", authority.client(name)));
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    /** Whose secrets are given by this command: the parts have those of embedded servers from the start. */
    private static Set<String> logins(List<Principal> principals, Place place) {
        return principals.stream()
                .filter(principal -> !place.embedded() || !principal.isPart())
                .map(Principal::name)
                .collect(Collectors.toUnmodifiableSet());
    }

    private boolean byCertificate() {
        return config.kafka().place().embedded() && config.kafka().partners().login() == Login.CERTIFICATE;
    }
}
