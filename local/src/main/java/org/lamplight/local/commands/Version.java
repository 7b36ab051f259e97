package org.lamplight.local.commands;

import java.util.Optional;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Which Lamplight this is, and what it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {
            "Lamplight " + version, "Kafka " + AppInfoParser.getVersion() + ", Java " + Runtime.version()
        };
    }
}
