package org.lamplight.ingest.http;

import static org.lamplight.ingest.source.Definitions.allow;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.types.Password;
import org.lamplight.ingest.source.Definitions;
import org.lamplight.ingest.source.SourceSettings;

/** Names and defines the settings of an HTTP connector. */
final class HttpDefinitions {
    static final String URL = "url";
    static final String PAGING = "paging";
    static final String PAGING_PATH = "paging.path";
    static final String PAGING_PARAMETER = "paging.parameter";
    static final String PAGING_FIRST = "paging.first";
    static final String BEARER_TOKEN = "bearer.token";
    static final String BASIC_USER = "basic.user";
    static final String BASIC_PASSWORD = "basic.password";
    static final String KEYSTORE = "tls.keystore";
    static final String KEYSTORE_PASSWORD = "tls.keystore.password";
    static final String TRUSTSTORE = "tls.truststore";
    static final String TRUSTSTORE_PASSWORD = "tls.truststore.password";
    static final String POLL_INTERVAL = "poll.interval.ms";
    static final String CONNECT_TIMEOUT = "connect.timeout.ms";
    static final String REQUEST_TIMEOUT = "request.timeout.ms";
    static final String MOST_BYTES = "response.max.bytes";
    static final String BACKOFF_FIRST = "backoff.first.ms";
    static final String BACKOFF_LONGEST = "backoff.max.ms";

    static final ConfigDef ALL = limits(credentials(pages(SourceSettings.define(new ConfigDef()))));

    private HttpDefinitions() {}

    private static ConfigDef pages(ConfigDef settings) {
        new Definitions(settings, "Pages")
                .required(URL, ConfigDef.Type.STRING, allow("an http or https address", HttpDefinitions::checkUrl), """
                        The address of the first page: JSON, in which the mapping's items path leads to an array.""")
                .optional(
                        PAGING,
                        ConfigDef.Type.STRING,
                        "none",
                        ConfigDef.ValidString.in("none", "next-link", "cursor", "number"),
                        Importance.HIGH,
                        """
                        How to get from page to page: none (there is one), next-link (each page holds the address of \
                        the next), cursor (each page holds the value of a parameter that asks for the next), or number \
                        (pages are numbered, up to the first without items). At the end, the last page that had items \
                        is asked for again and again; only new items on it are taken.""")
                .optional(
                        PAGING_PATH,
                        ConfigDef.Type.STRING,
                        "next",
                        new ConfigDef.NonEmptyString(),
                        Importance.MEDIUM,
                        """
                        Where in a page the next address or cursor stands, parts joined by dots. The last page has \
                        none there, or null.""")
                .optional(
                        PAGING_PARAMETER,
                        ConfigDef.Type.STRING,
                        "page",
                        new ConfigDef.NonEmptyString(),
                        Importance.MEDIUM,
                        """
                        The query parameter that takes the cursor or the number.""")
                .optional(PAGING_FIRST, ConfigDef.Type.INT, 1, Range.atLeast(0), Importance.LOW, """
                        The number of the first page.""")
                .optional(POLL_INTERVAL, ConfigDef.Type.LONG, 60_000L, Range.atLeast(1), Importance.MEDIUM, """
                        How long, in milliseconds, to wait after the last page before asking again.""");
        return settings;
    }

    private static ConfigDef credentials(ConfigDef settings) {
        new Definitions(settings, "Credentials")
                .optional(
                        BEARER_TOKEN,
                        ConfigDef.Type.PASSWORD,
                        null,
                        allow("a secret", HttpDefinitions::checkSecret),
                        Importance.MEDIUM,
                        """
                        A bearer token to send with every request. Keep it in a secret store and refer to it.""")
                .optional(BASIC_USER, ConfigDef.Type.STRING, null, null, Importance.MEDIUM, """
                        The user for basic authentication.""")
                .optional(BASIC_PASSWORD, ConfigDef.Type.PASSWORD, null, null, Importance.MEDIUM, """
                        The password for basic authentication. Keep it in a secret store and refer to it.""")
                .optional(KEYSTORE, ConfigDef.Type.STRING, null, null, Importance.LOW, """
                        A key store (PKCS #12) with the certificate by which the server knows us (mutual TLS).""")
                .optional(KEYSTORE_PASSWORD, ConfigDef.Type.PASSWORD, null, null, Importance.LOW, """
                        The password of the key store and its key.""")
                .optional(TRUSTSTORE, ConfigDef.Type.STRING, null, null, Importance.LOW, """
                        A key store with the certificates that we trust; by default those that Java trusts.""")
                .optional(TRUSTSTORE_PASSWORD, ConfigDef.Type.PASSWORD, null, null, Importance.LOW, """
                        The password of the store of trusted certificates.""");
        return settings;
    }

    private static ConfigDef limits(ConfigDef settings) {
        new Definitions(settings, "Limits")
                .optional(CONNECT_TIMEOUT, ConfigDef.Type.LONG, 10_000L, Range.atLeast(1), Importance.LOW, """
                        How long, in milliseconds, to wait for a connection.""")
                .optional(REQUEST_TIMEOUT, ConfigDef.Type.LONG, 60_000L, Range.atLeast(1), Importance.LOW, """
                        How long, in milliseconds, a request may take to the end of the page.""")
                .optional(MOST_BYTES, ConfigDef.Type.INT, 16 << 20, Range.atLeast(1_024), Importance.LOW, """
                        How many bytes a page may have.""")
                .optional(BACKOFF_FIRST, ConfigDef.Type.LONG, 1_000L, Range.atLeast(1), Importance.LOW, """
                        How long, in milliseconds, to wait at most after a first failure; twice as long after each \
                        further one. The wait is a random part of that, or what the server's Retry-After says if that \
                        is longer.""")
                .optional(BACKOFF_LONGEST, ConfigDef.Type.LONG, 300_000L, Range.atLeast(1), Importance.LOW, """
                        How long, in milliseconds, to wait at most after any failure.""");
        return settings;
    }

    private static void checkUrl(Object text) {
        URI url = URI.create((String) text);
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!List.of("http", "https").contains(scheme) || url.getHost() == null) {
            throw new IllegalArgumentException("it must begin with https:// or http:// and a host.");
        }
        if (url.getRawUserInfo() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("it must hold neither a user nor a fragment; see basic.user.");
        }
    }

    /** Says nothing of the secret, as the HTTP client would. */
    private static void checkSecret(Object secret) {
        if (!((Password) secret).value().matches("[!-~]+")) {
            throw new IllegalArgumentException("it must be printable ASCII without spaces or line breaks.");
        }
    }
}
