package org.lamplight.local.commands;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import org.lamplight.local.Platform;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.SourceConfig;
import org.lamplight.local.parts.Addresses;
import org.lamplight.local.parts.Secrets;

/** Says what is running, where to look and what to try next. */
final class Summary {
    private Summary() {}

    static void print(Platform platform, Duration took, PrintWriter out) {
        LamplightConfig config = platform.config();
        Addresses addresses = platform.addresses();
        out.printf(Locale.ROOT, "%nLamplight is running after %.1f s. Ctrl-C stops it.%n%n", took.toMillis() / 1000.0);
        for (SourceConfig source : config.sources()) {
            line(out, source.name() + " exports", "put them into " + source.inbox());
        }
        platform.page().ifPresent(page -> line(out, "page", page));
        line(out, "database", psql(config, addresses));
        line(out, "Kafka", addresses.bootstrapServers());
        if (config.kafka().place().embedded()) {
            line(out, "Kafka for partners", addresses.partners());
        }
        line(out, "registry", addresses.registry().toString());
        line(out, "Connect", addresses.connect().toString());
        line(out, "monitoring", platform.monitoring() + "/metrics");
        line(out, "logs", config.data().logs().toString());
        platform.warnings().forEach(warning -> out.println("  Note: " + warning));
        out.printf(
                "%nTry in another terminal:  lamplight hotspots   lamplight trends --period week   lamplight pilot%n%n");
        out.flush();
    }

    private static String psql(LamplightConfig config, Addresses addresses) {
        if (!config.database().place().embedded()) {
            return addresses.database();
        }
        return "PGPASSWORD=$(cat %s) psql -h 127.0.0.1 -p %d -U %s lamplight"
                .formatted(
                        config.data().secrets().resolve(Secrets.DATABASE_PASSWORD),
                        addresses.databasePort(),
                        config.database().user());
    }

    private static void line(PrintWriter out, String what, String where) {
        out.printf("  %-22s %s%n", what, where);
    }
}
