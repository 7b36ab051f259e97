package org.lamplight.ingest.http;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.rows.Format;
import org.lamplight.ingest.source.SourceSettings;

/** Finds settings that are right each by itself, but not together. */
final class Contradictions {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private Contradictions() {}

    /**
     * What is wrong, by the setting to mend.
     *
     * @param values the settings, each allowed by itself; null where it is not given
     */
    static Map<String, String> in(Map<String, ?> values) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!(Mapping.read((String) values.get(SourceSettings.MAPPING)).format() instanceof Format.JsonArray)) {
            problems.put(SourceSettings.MAPPING, "its format must be json, with the path of the items.");
        }
        credentials(values, problems);
        stores(values, problems);
        return problems;
    }

    private static void credentials(Map<String, ?> values, Map<String, String> problems) {
        boolean bearer = values.get(HttpDefinitions.BEARER_TOKEN) != null;
        boolean user = values.get(HttpDefinitions.BASIC_USER) != null;
        boolean password = values.get(HttpDefinitions.BASIC_PASSWORD) != null;
        if (bearer && user) {
            problems.put(HttpDefinitions.BEARER_TOKEN, "give a token, or a user and password, but not both.");
        }
        if (user != password) {
            problems.put(HttpDefinitions.BASIC_PASSWORD, "give a user and a password, or neither.");
        }
        URI url = URI.create((String) values.get(HttpDefinitions.URL));
        boolean open = url.getScheme().equalsIgnoreCase("http") && !THIS_MACHINE.contains(url.getHost());
        if (open && (bearer || user)) {
            problems.put(HttpDefinitions.URL, "credentials need https: over http anybody can read them on the way.");
        }
    }

    private static void stores(Map<String, ?> values, Map<String, String> problems) {
        try {
            Tls.context(
                    (String) values.get(HttpDefinitions.KEYSTORE),
                    (Password) values.get(HttpDefinitions.KEYSTORE_PASSWORD),
                    null,
                    null);
        } catch (IllegalArgumentException e) {
            problems.put(HttpDefinitions.KEYSTORE, e.getMessage());
        }
        try {
            Tls.context(null, null, (String) values.get(HttpDefinitions.TRUSTSTORE), (Password)
                    values.get(HttpDefinitions.TRUSTSTORE_PASSWORD));
        } catch (IllegalArgumentException e) {
            problems.put(HttpDefinitions.TRUSTSTORE, e.getMessage());
        }
    }
}
