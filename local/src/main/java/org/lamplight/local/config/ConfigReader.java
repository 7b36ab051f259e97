package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lamplight.local.config.PartnersConfig.Login;
import org.lamplight.release.webhook.Webhook;
import org.lamplight.schemas.Erasure;
import org.lamplight.streams.Live;
import org.lamplight.streams.evaluation.Design;

/** Makes the typed configuration from what is set. */
public final class ConfigReader {
    private static final Pattern SERVERS = Pattern.compile("[^\\s:,/]+:\\d+(,[^\\s:,/]+:\\d+)*");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern JDBC = Pattern.compile("jdbc:postgresql:\\S+");

    private final Settings settings;
    private final Config config;
    private final Path home;

    private ConfigReader(Config config, Path home) {
        Config reference = ConfigFile.reference();
        this.config = config.withFallback(reference);
        this.settings = new Settings(this.config, reference);
        this.home = home;
        SettingNames.unknown(this.config, reference).forEach(settings::problem);
    }

    /**
     * Reads and checks.
     *
     * @param config what is set
     * @param home where relative paths start
     * @throws InvalidConfigException with a sentence for each setting that cannot be used
     */
    public static LamplightConfig read(Config config, Path home) {
        return new ConfigReader(config, home).read();
    }

    private LamplightConfig read() {
        DataDirectory data = data();
        LogFormat logs = settings.get("logs", LogFormat::parse);
        KafkaConfig kafka = kafka();
        RegistryConfig registry = new RegistryConfig(
                place("registry.url", URL, "the http:// or https:// URL of a registry", "registry.port"),
                settings.map("registry.client"));
        ConnectConfig connect = new ConnectConfig(
                place("connect.url", URL, "the http:// or https:// URL of a worker's REST API", "connect.port"),
                settings.map("connect.worker"));
        DatabaseConfig database = database();
        StreamsConfig streams = streams();
        ReleaseConfig release = new ReleaseReader(config, settings).read();
        ReportingConfig reporting = new ReportingReader(settings).read();
        MonitoringConfig monitoring =
                new MonitoringConfig(settings.text("monitoring.host"), settings.get("monitoring.port", Port::parse));
        List<SourceConfig> sources = sources(data);
        RetentionConfig retention = retention();
        List<Design> evaluations = new EvaluationReader(config, settings).read();
        List<Webhook> webhooks = new WebhookReader(config, settings, home).read();
        long seed = settings.number("demo.seed");
        LamplightConfig read = settings.attempt(
                () -> new LamplightConfig(
                        data,
                        areaBook(),
                        logs,
                        kafka,
                        registry,
                        connect,
                        database,
                        streams,
                        release,
                        reporting,
                        monitoring,
                        evaluations,
                        webhooks,
                        sources,
                        retention,
                        settings.map("source-settings"),
                        settings.map("sink-settings"),
                        seed),
                null);
        settings.check();
        return read;
    }

    private KafkaConfig kafka() {
        short replicas = settings.get("kafka.replication-factor", ConfigReader::replicationFactor);
        return new KafkaConfig(
                place("kafka.bootstrap-servers", SERVERS, "host:port,host:port", "kafka.port"),
                partners(),
                replicas,
                settings.map("kafka.client"),
                settings.map("kafka.broker"));
    }

    private DataDirectory data() {
        Path root = home.resolve(settings.text("data"));
        String secrets = settings.text("secrets");
        return secrets.isEmpty() ? new DataDirectory(root) : new DataDirectory(root, home.resolve(secrets));
    }

    private PartnersConfig partners() {
        Port port = settings.get("kafka.partners.port", Port::parse);
        Login login = settings.get("kafka.partners.login", ConfigReader::login);
        return settings.attempt(() -> new PartnersConfig(settings.text("kafka.partners.host"), port, login), null);
    }

    private DatabaseConfig database() {
        Place place = place("database.url", JDBC, "jdbc:postgresql://host:port/name", "database.port");
        return settings.attempt(
                () -> new DatabaseConfig(place, settings.text("database.user"), settings.text("database.password")),
                null);
    }

    private StreamsConfig streams() {
        boolean embedded = settings.get("streams.run", ConfigReader::embedded);
        Live.AsOf clock = settings.get("streams.clock", ConfigReader::clock);
        String instance = settings.text("streams.instance");
        int threads = (int) settings.number("streams.threads");
        Duration publish = settings.duration("streams.publish-interval");
        Duration drift = settings.duration("streams.drift-interval");
        boolean overdispersion = settings.get("streams.overdispersion", ConfigReader::flag);
        List<String> busy = Stream.of(settings.text("streams.busy-categories").split(",", -1))
                .map(String::strip)
                .filter(prefix -> !prefix.isEmpty())
                .toList();
        return settings.attempt(
                () -> new StreamsConfig(
                        embedded,
                        instance,
                        threads,
                        clock,
                        publish,
                        drift,
                        overdispersion,
                        busy,
                        settings.map("streams.settings")),
                null);
    }

    private RetentionConfig retention() {
        Duration erasure = settings.duration("retention.erasure");
        Duration every = settings.duration("retention.every");
        Duration files = settings.duration("retention.files");
        Duration accessLog = settings.duration("retention.access-log");
        return settings.attempt(() -> new RetentionConfig(new Erasure(erasure, every), files, accessLog), null);
    }

    private List<SourceConfig> sources(DataDirectory data) {
        List<SourceConfig> sources = new ArrayList<>();
        config.getObject("sources").keySet().stream().sorted().forEach(name -> {
            if (isEnabled(name)) {
                settings.attempt(() -> sources.add(source(name, data)), false);
            }
        });
        return sources;
    }

    private SourceConfig source(String name, DataDirectory data) {
        String settingsKey = key(name, "settings");
        String retentionKey = key(name, "retention");
        return new SourceConfig(
                name,
                mapping(name),
                config.hasPath(key(name, "inbox"))
                        ? home.resolve(settings.text(key(name, "inbox")))
                        : data.inbox().resolve(name),
                config.hasPath(retentionKey) ? Optional.ofNullable(settings.duration(retentionKey)) : Optional.empty(),
                config.hasPath(settingsKey) ? settings.map(settingsKey) : Map.of());
    }

    /** A name stays a name; what looks like a file becomes its path. */
    private String mapping(String source) {
        if (!config.hasPath(key(source, "mapping"))) {
            return source;
        }
        String mapping = settings.text(key(source, "mapping"));
        boolean isName = mapping == null || mapping.matches("[a-z0-9-]+");
        return isName ? mapping : home.resolve(mapping).toString();
    }

    private boolean isEnabled(String source) {
        String key = key(source, "enabled");
        if (!(config.getObject("sources").get(source) instanceof ConfigObject)) {
            settings.problem("sources." + source + " must be a group: sources." + source + " { mapping = … }.");
            return false;
        }
        return !config.hasPath(key) || Boolean.TRUE.equals(settings.get(key, ConfigReader::flag));
    }

    private String areaBook() {
        String book = settings.text("area-book");
        return book.equals(LamplightConfig.SHIPPED_BOOK)
                ? book
                : home.resolve(book).toString();
    }

    private Place place(String key, Pattern form, String allowed, String portKey) {
        Port port = settings.get(portKey, Port::parse);
        return settings.get(key, text -> Place.parse(text, form, allowed, port));
    }

    private static String key(String source, String name) {
        return "sources." + ConfigUtil.joinPath(source) + "." + name;
    }

    private static short replicationFactor(String text) {
        return Stream.of(text)
                .filter(t -> t.matches("-1|[1-9]\\d?"))
                .map(Short::parseShort)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it must be from 1 to 99, or -1"));
    }

    private static Login login(String text) {
        return switch (text) {
            case "password" -> Login.PASSWORD;
            case "certificate" -> Login.CERTIFICATE;
            default -> throw new IllegalArgumentException("it must be password or certificate");
        };
    }

    static boolean embedded(String text) {
        return switch (text) {
            case Place.EMBEDDED -> true;
            case "external" -> false;
            default -> throw new IllegalArgumentException("it must be embedded or external");
        };
    }

    private static Live.AsOf clock(String text) {
        return switch (text) {
            case "wall" -> Live.AsOf.WALL;
            case "data" -> Live.AsOf.DATA;
            default -> throw new IllegalArgumentException("it must be wall or data");
        };
    }

    static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("it must be true or false");
        };
    }
}
