package org.lamplight.schemas.registry;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** Where the registry is and how to speak to it, under the configuration keys of Confluent's own clients. */
public final class RegistryConfig extends AbstractConfig {
    public static final String URL = "schema.registry.url";
    public static final String AUTO_REGISTER = "auto.register.schemas";
    public static final String CREDENTIALS_SOURCE = "basic.auth.credentials.source";
    public static final String USER_INFO = "basic.auth.user.info";
    public static final String CONNECT_TIMEOUT = "http.connect.timeout.ms";
    public static final String READ_TIMEOUT = "http.read.timeout.ms";
    public static final String RETRIES = "max.retries";
    public static final String RETRY_WAIT = "retries.wait.ms";
    public static final String RETRY_MAX_WAIT = "retries.max.wait.ms";
    public static final String KEY_NAMING = "key.subject.name.strategy";
    public static final String VALUE_NAMING = "value.subject.name.strategy";

    private static final String MOCK = "mock://";
    private static final String FROM_URL = "URL";
    private static final String FROM_USER_INFO = "USER_INFO";
    private static final String TOPIC_NAMING = "TopicNameStrategy";

    /** The keys with their defaults. Others are left to those who know them. */
    public static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        URL,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        RegistryConfig::requireUrls,
                        Importance.HIGH,
                        "Addresses of the schema registry, tried in turn: http:// or https://, or one mock://<scope> for a"
                                + " registry in the memory of this JVM.")
                .define(
                        AUTO_REGISTER,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Register the schema of what is written. If false, it must be registered already.")
                .define(
                        CREDENTIALS_SOURCE,
                        ConfigDef.Type.STRING,
                        FROM_URL,
                        ValidString.in(FROM_URL, FROM_USER_INFO),
                        Importance.MEDIUM,
                        "Where user and password come from: URL (http://user:password@host) or USER_INFO.")
                .define(
                        USER_INFO,
                        ConfigDef.Type.PASSWORD,
                        new Password(""),
                        Importance.MEDIUM,
                        "user:password, where " + CREDENTIALS_SOURCE + " is USER_INFO.")
                .define(
                        CONNECT_TIMEOUT,
                        ConfigDef.Type.INT,
                        10_000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Longest wait for a connection, in milliseconds.")
                .define(
                        READ_TIMEOUT,
                        ConfigDef.Type.INT,
                        30_000,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Longest wait for an answer, in milliseconds.")
                .define(
                        RETRIES,
                        ConfigDef.Type.INT,
                        3,
                        Range.atLeast(0),
                        Importance.LOW,
                        "How often a request is tried again when the registry cannot be reached or is in trouble.")
                .define(
                        RETRY_WAIT,
                        ConfigDef.Type.LONG,
                        1_000L,
                        Range.atLeast(0),
                        Importance.LOW,
                        "Wait before the first retry, in milliseconds; it doubles with every further one.")
                .define(
                        RETRY_MAX_WAIT,
                        ConfigDef.Type.LONG,
                        20_000L,
                        Range.atLeast(0),
                        Importance.LOW,
                        "Longest wait between two tries, in milliseconds.")
                .define(
                        KEY_NAMING,
                        ConfigDef.Type.STRING,
                        TOPIC_NAMING,
                        RegistryConfig::requireTopicNaming,
                        Importance.LOW,
                        "Only TopicNameStrategy: the subject is the topic's name and '-key'.")
                .define(
                        VALUE_NAMING,
                        ConfigDef.Type.STRING,
                        TOPIC_NAMING,
                        RegistryConfig::requireTopicNaming,
                        Importance.LOW,
                        "Only TopicNameStrategy: the subject is the topic's name and '-value'.");
    }

    /** Reads and checks the settings; a {@link ConfigException} says which key is wrong and what is allowed. */
    public RegistryConfig(Map<String, ?> settings) {
        super(definition(), settings, false);
        if (getString(CREDENTIALS_SOURCE).equals(FROM_USER_INFO) && userInfo().isEmpty()) {
            throw new ConfigException(
                    CREDENTIALS_SOURCE + " is USER_INFO, so " + USER_INFO + " must be user:password.");
        }
    }

    /** The scope of a registry in memory, if that is what the settings ask for. */
    public Optional<String> mockScope() {
        String first = getList(URL).get(0);
        return first.startsWith(MOCK) ? Optional.of(first.substring(MOCK.length())) : Optional.empty();
    }

    /** The addresses, without user and password and without a slash at the end. */
    List<URI> addresses() {
        return getList(URL).stream()
                .map(url -> url.replaceFirst("//[^/@]*@", "//").replaceFirst("/+$", ""))
                .map(URI::create)
                .toList();
    }

    /** The value of the {@code Authorization} header, if there is one to send. */
    Optional<Password> authorization() {
        String userInfo = getString(CREDENTIALS_SOURCE).equals(FROM_USER_INFO) ? userInfo() : userInfoOfUrl();
        return userInfo.isEmpty()
                ? Optional.empty()
                : Optional.of(new Password(
                        "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8))));
    }

    /** Whether the schema of what is written is registered, or must be already. */
    public boolean autoRegister() {
        return getBoolean(AUTO_REGISTER);
    }

    Duration connectTimeout() {
        return Duration.ofMillis(getInt(CONNECT_TIMEOUT));
    }

    Duration readTimeout() {
        return Duration.ofMillis(getInt(READ_TIMEOUT));
    }

    int retries() {
        return getInt(RETRIES);
    }

    /** How long to wait before a retry, the first of which is number 0. */
    Duration waitBefore(int retry) {
        long doubled = getLong(RETRY_WAIT) << Math.min(retry, 20);
        return Duration.ofMillis(Math.min(doubled, getLong(RETRY_MAX_WAIT)));
    }

    private String userInfo() {
        return getPassword(USER_INFO).value();
    }

    private String userInfoOfUrl() {
        return Optional.ofNullable(URI.create(getList(URL).get(0)).getUserInfo())
                .orElse("");
    }

    private static void requireUrls(String key, Object value) {
        List<?> urls = (List<?>) value;
        boolean mock = urls.size() == 1 && urls.get(0).toString().startsWith(MOCK);
        boolean http = !urls.isEmpty() && urls.stream().allMatch(url -> isHttp(url.toString()));
        if (!mock && !http) {
            // The value may hold a password, so it is not repeated.
            throw new ConfigException(key + " must be one or more http:// or https:// addresses separated by commas,"
                    + " or one mock://<scope>.");
        }
    }

    private static boolean isHttp(String url) {
        try {
            URI address = new URI(url);
            return List.of("http", "https").contains(address.getScheme()) && address.getHost() != null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }

    private static void requireTopicNaming(String key, Object value) {
        if (!value.toString().endsWith(TOPIC_NAMING)) {
            throw new ConfigException(key, value, "only TopicNameStrategy is supported: one subject for each topic.");
        }
    }
}
