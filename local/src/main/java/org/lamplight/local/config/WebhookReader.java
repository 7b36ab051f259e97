package org.lamplight.local.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lamplight.release.webhook.Webhook;
import org.lamplight.release.webhook.WebhookSecret;

/** Reads to which addresses releases are sent. */
final class WebhookReader {
    private static final String COUNCIL = "council";
    private static final String URL = "url";
    private static final String SECRET = "secret";
    private static final String SECRET_FILE = "secret-file";
    private static final String PRIVATE_NETWORK = "private-network";

    /** The settings of a webhook. */
    static final Set<String> NAMES = Set.of(COUNCIL, URL, SECRET, SECRET_FILE, PRIVATE_NETWORK);

    private final Config config;
    private final Settings settings;
    private final Path home;

    WebhookReader(Config config, Settings settings, Path home) {
        this.config = config;
        this.settings = settings;
        this.home = home;
    }

    /** Those that can be used; what is wrong with the others becomes a problem. */
    List<Webhook> read() {
        return config.getObject("webhooks").entrySet().stream()
                .filter(entry -> entry.getValue() instanceof ConfigObject)
                .map(entry -> entry.getKey())
                .sorted()
                .filter(this::isComplete)
                .flatMap(name -> settings.attempt(() -> webhook(name), Optional.<Webhook>empty()).stream())
                .toList();
    }

    private boolean isComplete(String name) {
        boolean complete = has(name, COUNCIL) && has(name, URL) && has(name, SECRET) != has(name, SECRET_FILE);
        if (!complete) {
            settings.problem("webhooks." + name + " must have council, url, and either secret or secret-file;"
                    + " docs/CONFIG.md has an example.");
        }
        return complete;
    }

    private Optional<Webhook> webhook(String name) {
        String council = settings.text(key(name, COUNCIL));
        URI url = settings.get(key(name, URL), WebhookReader::url);
        WebhookSecret secret = has(name, SECRET)
                ? settings.get(key(name, SECRET), WebhookSecret::parse)
                : settings.get(key(name, SECRET_FILE), this::secretIn);
        Boolean inside = has(name, PRIVATE_NETWORK)
                ? settings.<Boolean>get(key(name, PRIVATE_NETWORK), ConfigReader::flag)
                : false;
        // What is null was refused, and is a problem already.
        return Stream.of(council, url, secret, inside).anyMatch(Objects::isNull)
                ? Optional.empty()
                : Optional.of(new Webhook(name, council, url, secret, inside));
    }

    private WebhookSecret secretIn(String file) {
        try {
            return WebhookSecret.parse(Files.readString(home.resolve(file)));
        } catch (IOException e) {
            throw new IllegalArgumentException("it must be a file that can be read", e);
        }
    }

    private static URI url(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("it must be a URL", e);
        }
    }

    private boolean has(String name, String setting) {
        return config.hasPath(key(name, setting));
    }

    private static String key(String name, String setting) {
        return "webhooks." + ConfigUtil.joinPath(name) + "." + setting;
    }
}
