package org.lamplight.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lamplight.local.access.Handover;
import org.lamplight.local.parts.SecretFile;

/** Where new secrets go. */
final class SecretsHandover {
    private SecretsHandover() {}

    /** To the console, once. */
    static Handover show(Console console) {
        return (principal, use, secret) -> {
            console.out().printf("%s, for %s: %s%n", principal, use, secret);
            console.out().flush();
        };
    }

    /** Into files that only their owner can read, e.g. {@code analyst.kafka}. */
    static Handover to(Path directory) {
        return (principal, use, secret) -> {
            Path file = directory.resolve(principal + "." + use);
            try {
                SecretFile.write(file, secret + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("The secret cannot be written to " + file + ".", e);
            }
        };
    }
}
