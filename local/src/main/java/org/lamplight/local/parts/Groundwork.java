package org.lamplight.local.parts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.DatabaseAccess;
import org.lamplight.local.access.KafkaAccess;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.release.PartnerTopics;
import org.lamplight.schemas.registry.RegistryConfig;
import org.lamplight.schemas.registry.RegistrySetup;
import org.lamplight.schemas.registry.SchemaRegistry;
import org.lamplight.sink.DatabaseSetup;

/** What must be in the cluster, the registry and the database before anything runs on them. */
public final class Groundwork {
    private final LamplightConfig config;
    private final Addresses addresses;
    private final Map<String, String> kafka;
    private final DatabaseLogins database;
    private final AreaBook book;

    /**
     * Does nothing yet.
     *
     * @param config what is set
     * @param addresses where the parts are
     * @param kafka how to log in to the cluster as its administrator
     * @param database how the parts log in to the database
     * @param book the area book, whose councils are partners
     */
    public Groundwork(
            LamplightConfig config,
            Addresses addresses,
            Map<String, String> kafka,
            DatabaseLogins database,
            AreaBook book) {
        this.config = config;
        this.addresses = addresses;
        this.kafka = Map.copyOf(kafka);
        this.database = database;
        this.book = book;
    }

    /**
     * Makes the topics that are missing.
     *
     * @return a sentence for each setting in which an existing topic differs from the catalogue
     */
    public List<String> topics() {
        try (Admin admin = Admin.create(new HashMap<>(kafka))) {
            return new TopicKeeper(
                            admin,
                            PartnerTopics.catalogue(book),
                            config.kafka().replicationFactor(),
                            config.retention().erasure())
                    .keep();
        }
    }

    /** Gives everybody their rights on the embedded broker. A cluster elsewhere is its administrator's to keep. */
    public void access() {
        if (config.kafka().place().embedded()) {
            try (Admin admin = Admin.create(new HashMap<>(kafka))) {
                new KafkaAccess(admin, Principals.of(book)).apply();
            }
        }
    }

    /** Registers the schemas, and how they may change. */
    public void schemas() {
        Map<String, Object> settings = new HashMap<>(config.registry().client());
        settings.put(RegistryConfig.URL, addresses.registry().toString());
        RegistrySetup.prepare(SchemaRegistry.connect(new RegistryConfig(settings)), PartnerTopics.catalogue(book));
    }

    /** Brings the reporting database to this version, with the area book's areas. */
    public void tables() {
        DataSource owner = database.owner();
        new DatabaseSetup(owner).run(book);
        if (config.database().place().embedded()) {
            // Set at every start, so that a secret that was lost or replaced is in force.
            new DatabaseAccess(owner, book)
                    .apply(
                            Principals.DATABASE_PARTS,
                            Set.copyOf(Principals.DATABASE_PARTS),
                            database::password,
                            (part, use, secret) -> {});
        }
    }
}
