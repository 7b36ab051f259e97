package org.lamplight.release.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.areas.AreaBook;
import org.lamplight.release.PartnerTopics;
import org.lamplight.release.PublishedFixture;

class WebhooksTest {
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_" + "A".repeat(32));
    private static final PartnerTopics PARTNERS = PartnerTopics.of(AreaBook.northamptonshire());
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void shouldSendToEachWebhookWhatIsPublishedWhileItRuns() throws IOException {
        try (PublishedFixture releases = new PublishedFixture();
                Receiver north = new Receiver();
                Receiver county = new Receiver()) {
            List<Webhook> webhooks = List.of(
                    webhook("north", "North Northamptonshire", north.url()), webhook("county", "county", county.url()));
            try (Webhooks running =
                    Webhooks.start(releases.jdbi(), PARTNERS, webhooks, Clock.systemUTC(), new SplittableRandom(4))) {
                assertThat(running).isNotNull();
                releases.publish("2026-11-22", 2);
                Awaitility.await().atMost(PATIENCE).until(() -> !north.requests.isEmpty());
                Awaitility.await().atMost(PATIENCE).until(() -> !county.requests.isEmpty());
            }

            assertThat(north.requests.get(0).data().get("rows")).hasSize(4);
            assertThat(county.requests.get(0).data().get("rows")).hasSize(1);
        }
    }

    @Test
    void shouldRefuseACouncilThatIsNone() {
        List<Webhook> webhooks = List.of(webhook("north", "Nowhere", URI.create("http://127.0.0.1/")));

        assertThatThrownBy(() -> Webhooks.start(null, PARTNERS, webhooks, Clock.systemUTC(), new SplittableRandom(4)))
                .hasMessageContaining("webhooks.north.council is Nowhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://council.example/",
                "ftp://council.example/",
                "https:///path",
                "https://me:pass@council.example/",
                "https://council.example/#part",
                "council.example"
            })
    void shouldRefuseUrlsThatAreNotSafe(String url) {
        assertThatThrownBy(() -> new Webhook("north", "county", URI.create(url), SECRET, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("webhooks.north.url must be https://");
    }

    @Test
    void shouldNotShowThePathWhichMayBeASecret() {
        assertThat(webhook("north", "county", URI.create("https://council.example/hook/s3cret")))
                .hasToString("Webhook[north to council.example]");
    }

    private static Webhook webhook(String name, String council, URI url) {
        return new Webhook(name, council, url, SECRET, true);
    }
}
