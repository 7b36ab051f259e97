package org.lamplight.local.commands;

import java.nio.file.Files;
import java.security.SecureRandom;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.ReleaseJobs;
import org.lamplight.local.parts.Secrets;
import org.lamplight.local.parts.StartException;
import org.lamplight.local.reporting.ReportingTables;
import org.lamplight.release.ReleaseJob;

/** What works on the reporting database that the configuration names. */
final class Database {
    private Database() {}

    static ReportingTables of(LamplightConfig config) {
        return ReportingTables.connect(
                Addresses.of(config).database(),
                config.database().user(),
                logins(config).ownerPassword());
    }

    /**
     * How parts of Lamplight log in there.
     *
     * @throws StartException if the database is an embedded one that was never started
     */
    static DatabaseLogins logins(LamplightConfig config) {
        refuseWithoutSecrets(config);
        return new DatabaseLogins(config, Addresses.of(config), secrets(config));
    }

    /** The release job on that database and the cluster of the configuration. */
    static ReleaseJob releaseJob(LamplightConfig config) {
        refuseWithoutSecrets(config);
        return ReleaseJobs.of(config, Addresses.of(config), AreaBooks.read(config), secrets(config));
    }

    private static Secrets secrets(LamplightConfig config) {
        return new Secrets(config.data().secrets(), new SecureRandom());
    }

    /** A command must not make secrets of its own where nothing has ever run. */
    private static void refuseWithoutSecrets(LamplightConfig config) {
        boolean embedded = config.database().place().embedded();
        if (embedded && !Files.exists(config.data().secrets().resolve(Secrets.DATABASE_PASSWORD))) {
            throw StartException.neverStarted(config.data());
        }
    }
}
