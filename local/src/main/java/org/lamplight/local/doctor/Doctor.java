package org.lamplight.local.doctor;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.lamplight.areas.AreaBook;
import org.lamplight.local.access.Principals;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.AreaBooks;
import org.lamplight.local.parts.DatabaseLogins;
import org.lamplight.local.parts.DirectoryLock;
import org.lamplight.local.parts.KafkaLogins;
import org.lamplight.local.parts.Secrets;

/** Looks at a Lamplight: at the machine, and at whatever runs. */
public final class Doctor {
    private static final String PATIENCE_MILLIS = "15000";

    private final LamplightConfig config;
    private final Clock clock;
    private final double wantedFree;

    /**
     * Looks at nothing yet.
     *
     * @param config what is set
     * @param clock what time it is
     * @param wantedFree share of the disk that must be free, in percent
     */
    public Doctor(LamplightConfig config, Clock clock, double wantedFree) {
        this.config = config;
        this.clock = clock;
        this.wantedFree = wantedFree;
    }

    /** Looks, and tells of each thing as soon as it is known. Of what is embedded and stopped, only its ports are seen. */
    public void examine(Consumer<Examination> listener) {
        MachineChecks machine = new MachineChecks(config, wantedFree);
        machine.whetherItRunsOrNot().forEach(check -> listener.accept(check.run()));
        boolean running = isRunning();
        if (!running && config.kafka().place().embedded()) {
            listener.accept(machine.ports().run());
        }
        if (running || !config.kafka().place().embedded()) {
            services(listener);
        }
    }

    private void services(Consumer<Examination> listener) {
        Addresses addresses = Addresses.of(config);
        AreaBook book = AreaBooks.read(config);
        Secrets secrets = new Secrets(config.data().secrets(), new SecureRandom());
        HashMap<String, Object> login =
                new HashMap<>(new KafkaLogins(config, addresses, secrets).client(Principals.ADMIN));
        login.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        login.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
        List<Check> checks = new ArrayList<>();
        try (Admin admin = Admin.create(login)) {
            checks.addAll(new KafkaChecks(admin, config, book, clock).all());
            checks.addAll(new ServiceChecks(config, addresses, book).all());
            checks.addAll(new DatabaseChecks(new DatabaseLogins(config, addresses, secrets).owner(), clock).all());
            checks.forEach(check -> listener.accept(check.run()));
        }
    }

    /** Whether a process works on the data directory. */
    private boolean isRunning() {
        if (!Files.exists(config.data().lock())) {
            return false;
        }
        return DirectoryLock.isTaken(config.data().lock());
    }
}
