package org.lamplight.local.config;

import java.util.regex.Pattern;

/** Knows by its name whether a setting is a secret. */
public final class SecretNames {
    private static final Pattern SECRET = Pattern.compile(
            "password|secret|credential|token|jaas|user\\.info|\\.key$|-key$|^webhooks\\..*\\.url$",
            Pattern.CASE_INSENSITIVE);

    private SecretNames() {}

    /** Whether the value must not be shown. */
    public static boolean isSecret(String key) {
        return SECRET.matcher(key).find();
    }
}
