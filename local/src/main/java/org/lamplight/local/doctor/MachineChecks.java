package org.lamplight.local.doctor;

import java.io.File;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.Place;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.Ports;
import org.lamplight.local.parts.StartException;

/** Of the machine that this runs on. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final double GIGABYTE = 1e9;

    private final LamplightConfig config;
    private final double wantedFree;

    /** With the share of the disk that must be free, in percent. */
    MachineChecks(LamplightConfig config, double wantedFree) {
        this.config = config;
        this.wantedFree = wantedFree;
    }

    List<Check> whetherItRunsOrNot() {
        return List.of(new Check("Java", this::java), new Check("disk", this::disk));
    }

    Check ports() {
        return new Check("ports", this::ports);
    }

    private String java(List<Finding> findings) {
        if (Runtime.version().feature() < OLDEST_JAVA) {
            findings.add(new Finding(
                    "Java " + Runtime.version() + " is too old.", "Install Java 17 or newer and set JAVA_HOME to it."));
        }
        return Runtime.version().toString();
    }

    private String disk(List<Finding> findings) {
        File root = config.data().root().toFile();
        while (!Files.exists(root.toPath())) {
            root = root.getParentFile();
        }
        double free = root.getUsableSpace();
        double percent = 100 * free / root.getTotalSpace();
        if (percent < wantedFree) {
            findings.add(new Finding(
                    String.format(
                            Locale.ROOT,
                            "Only %.0f %% of the disk with the data directory %s is free; %.0f %% should be.",
                            percent,
                            config.data().root(),
                            wantedFree),
                    "Make room, or set data in lamplight.conf to a directory on a larger disk."));
        }
        return String.format(Locale.ROOT, "%.1f GB free (%.0f %%)", free / GIGABYTE, percent);
    }

    /** What the parts that are embedded would listen on. */
    private String ports(List<Finding> findings) {
        List<String> free = new ArrayList<>();
        look(config.kafka().place(), "kafka.port", "Kafka broker", free, findings);
        if (config.kafka().place().embedded()) {
            look(config.kafka().partners().port(), "kafka.partners.port", "Kafka broker", free, findings);
        }
        look(config.registry().place(), "registry.port", "registry", free, findings);
        look(config.connect().place(), "connect.port", "REST API of Connect", free, findings);
        look(config.database().place(), "database.port", "database", free, findings);
        if (config.reporting().embedded()) {
            Port port = new Port(config.reporting().settings().port());
            look(port, "reporting.port", "reporting service", free, findings);
        }
        look(config.monitoring().port(), "monitoring.port", "monitoring", free, findings);
        return "free: " + String.join(", ", free);
    }

    private static void look(Place place, String key, String part, List<String> free, List<Finding> findings) {
        if (place instanceof Place.Embedded here) {
            look(here.port(), key, part, free, findings);
        }
    }

    private static void look(Port port, String key, String part, List<String> free, List<Finding> findings) {
        try {
            Ports.choose(port, key, part);
            free.add(Integer.toString(port.number()));
        } catch (StartException e) {
            findings.add(new Finding(
                    "Port %d (%s) is in use by another program.".formatted(port.number(), key),
                    "Stop that program, or set " + key + " to a free port."));
        }
    }
}
