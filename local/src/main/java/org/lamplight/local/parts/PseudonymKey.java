package org.lamplight.local.parts;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Stream;
import org.lamplight.ingest.source.SourceSettings;
import org.lamplight.local.config.LamplightConfig;
import org.lamplight.local.config.SourceConfig;

/** The key by which the reports of a source are pseudonymised. */
public final class PseudonymKey {
    private PseudonymKey() {}

    /**
     * The key that the source's connector is given.
     *
     * @throws StartException if there is none yet, or only the workers can find it
     */
    public static String of(LamplightConfig config, SourceConfig source) {
        String configured = Stream.of(source.settings(), config.sourceSettings())
                .map((Map<String, String> settings) -> settings.get(SourceSettings.PSEUDONYM_KEY))
                .filter(key -> key != null)
                .findFirst()
                .orElse(null);
        if (configured == null) {
            if (!Files.exists(config.data().secrets().resolve(Secrets.PSEUDONYM_KEY))) {
                throw new StartException("There is no Lamplight in "
                        + config.data().root() + " yet, so there is nothing to find a report by.");
            }
            return new Secrets(config.data().secrets(), new SecureRandom()).get(Secrets.PSEUDONYM_KEY);
        }
        if (configured.startsWith("${")) {
            throw new StartException("The key of pseudonyms is where only the workers find it (" + configured
                    + "). Set LAMPLIGHT_SOURCE_SETTINGS_PSEUDONYM_KEY to the key itself for this command, or give"
                    + " pseudonyms with --pseudonyms.");
        }
        return configured;
    }
}
