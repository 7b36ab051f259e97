package org.lamplight.release.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.release.PublishedFixture;
import org.lamplight.release.ReleaseDocument;
import org.lamplight.release.webhook.Deliveries.State;
import org.threeten.extra.MutableClock;

class DeliveryTest {
    private static final String NAME = "north";
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String FIRST = "2026-08-22";
    private static final String SECOND = "2026-11-22";

    private static PublishedFixture releases;

    // As exact as the database.
    private final MutableClock clock = MutableClock.of(Instant.now().truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    private Receiver receiver;

    @BeforeAll
    static void startDatabase() throws IOException {
        releases = new PublishedFixture();
    }

    @AfterAll
    static void stopDatabase() throws IOException {
        releases.close();
    }

    @BeforeEach
    void startReceiver() throws IOException {
        releases.empty();
        receiver = new Receiver();
    }

    @AfterEach
    void stopReceiver() {
        receiver.close();
    }

    @Test
    void shouldSendWhatTheCouncilMayHaveAndSignIt() throws IOException {
        releases.publish(FIRST, 3);

        delivery().run();

        assertThat(receiver.requests).hasSize(1);
        Receiver.Request request = receiver.requests.get(0);
        assertThat(request.body().getBytes(UTF_8))
                .isEqualTo(ReleaseDocument.whole(
                                FIRST,
                                PublishedFixture.PUBLISHED,
                                PublishedFixture.NORTH,
                                PublishedFixture.rowsOfNorth(FIRST, 3))
                        .json());
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThatCode(() -> new com.standardwebhooks.Webhook(SECRET).verify(request.body(), lowerCase(request)))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldSendNothingTwiceAndNothingThatIsNotPublished() {
        releases.publish(FIRST, 1);
        releases.prepare(SECOND, 1);

        delivery().run();
        clock.add(Duration.ofDays(1));
        delivery().run();

        assertThat(receiver.requests).extracting(Receiver.Request::release).containsExactly(FIRST);
    }

    @Test
    void shouldSendReleasesInTheirOrder() {
        releases.publish(FIRST, 1);
        releases.publish(SECOND, 1);

        delivery().run();

        assertThat(receiver.requests).extracting(Receiver.Request::release).containsExactly(FIRST, SECOND);
        assertThat(receiver.requests)
                .extracting(request -> request.header("webhook-id"))
                .doesNotHaveDuplicates()
                .noneMatch(id -> id.contains("."));
    }

    @Test
    void shouldTryAgainLaterWithTheSameId() {
        releases.publish(FIRST, 1);
        receiver.willAnswer(500, 503);

        delivery().run();
        assertThat(state().problem()).contains("It answered 500.");
        delivery().run();
        assertThat(receiver.requests).as("it waits").hasSize(1);
        waitForNext();
        delivery().run();
        waitForNext();
        delivery().run();

        assertThat(receiver.requests).hasSize(3);
        assertThat(receiver.requests)
                .extracting(request -> request.header("webhook-id"))
                .containsOnly(FIRST + "_" + PublishedFixture.NORTH + "_1");
        assertThat(receiver.requests)
                .extracting(request -> request.header("webhook-timestamp"))
                .doesNotHaveDuplicates();
        assertThat(state()).extracting(State::failures, State::problem).containsExactly(0, Optional.empty());
    }

    @Test
    void shouldGoOnWithItsRetriesAfterARestart() {
        releases.publish(FIRST, 1);
        receiver.willAnswer(500, 500, 500);
        for (int i = 0; i < 3; i++) {
            delivery().run(); // each a new one, which knows nothing but what the database does
            waitForNext();
        }
        assertThat(state().failures()).isEqualTo(3);
        assertThat(waiting()).isEqualTo(1);

        delivery().run();

        assertThat(receiver.requests).hasSize(4);
        assertThat(waiting()).isZero();
    }

    @Test
    void shouldSendALargeReleaseInPagesAndGoOnWithTheOneThatFailed() {
        int wards = 2 * Delivery.PAGE;
        releases.publish(FIRST, wards);
        receiver.willAnswer(204, 500);

        delivery().run();
        waitForNext();
        delivery().run();

        assertThat(receiver.requests)
                .extracting(request -> request.data().get("page").intValue())
                .containsExactly(1, 2, 2, 3);
        List<String> areas = Stream.of(0, 2, 3)
                .flatMap(i -> receiver.requests.get(i).data().get("rows").findValues("area").stream())
                .map(JsonNode::textValue)
                .toList();
        assertThat(areas)
                .containsExactlyElementsOf(PublishedFixture.rowsOfNorth(FIRST, wards).stream()
                        .map(row -> row.getArea())
                        .toList());
    }

    @Test
    void shouldNotWaitForAnAnswerForEver() {
        releases.publish(FIRST, 1);
        receiver.willHang();

        delivery(webhook(receiver.url(), true), Duration.ofSeconds(1)).run();

        assertThat(state().problem()).contains("It did not answer within 1 seconds.");
    }

    @Test
    void shouldFollowNoRedirect() {
        releases.publish(FIRST, 1);
        receiver.willAnswer(307);

        delivery().run();

        assertThat(receiver.requests).hasSize(1);
        assertThat(state().problem()).get().asString().contains("a redirect, which is not followed");
    }

    @Test
    void shouldStopWhenTheReceiverIsGone() {
        releases.publish(FIRST, 1);
        receiver.willAnswer(410);

        delivery().run();
        clock.add(Duration.ofDays(30));
        Delivery restarted = delivery();
        restarted.run();

        assertThat(receiver.requests).hasSize(1);
        assertThat(state().disabled()).isPresent();
        assertThat(restarted.trouble()).get().asString().contains("It answered 410.", "lamplight webhooks replay");
    }

    @Test
    void shouldStopAfterFiveDaysOfFailures() {
        releases.publish(FIRST, 1);
        receiver.close();
        int attempts = 0;
        while (state(NAME).flatMap(State::disabled).isEmpty() && attempts < 100) {
            delivery().run();
            waitForNext();
            attempts++;
        }

        State state = state();
        assertThat(Duration.between(
                        state.failingSince().orElseThrow(), state.disabled().orElseThrow()))
                .isBetween(Retry.GIVE_UP, Retry.GIVE_UP.plusHours(6));
        assertThat(state.failures()).isEqualTo(attempts).isBetween(20, 60);
        assertThat(state.problem()).contains("It cannot be reached.");
    }

    @Test
    void shouldSendAgainFromARelease() {
        releases.publish(FIRST, 1);
        releases.publish(SECOND, 1);
        delivery().run();

        replay(Optional.of(SECOND));
        delivery().run();
        replay(Optional.of(FIRST));
        delivery().run();

        assertThat(receiver.requests)
                .extracting(Receiver.Request::release)
                .containsExactly(FIRST, SECOND, SECOND, FIRST, SECOND);
        assertThat(receiver.requests.get(4).header("webhook-id"))
                .isEqualTo(receiver.requests.get(1).header("webhook-id"));
        assertThat(receiver.requests.get(4).body())
                .isEqualTo(receiver.requests.get(1).body());
    }

    @Test
    void shouldGoOnAfterItWasDisabled() {
        releases.publish(FIRST, 1);
        releases.publish(SECOND, 1);
        receiver.willAnswer(204, 410);
        delivery().run();

        replay(Optional.empty());
        delivery().run();

        assertThat(receiver.requests).extracting(Receiver.Request::release).containsExactly(FIRST, SECOND, SECOND);
    }

    @Test
    void shouldNotSendThePageThatAnotherIsSending() {
        releases.publish(FIRST, 1);
        receiver.willHang();
        CompletableFuture<Void> first = CompletableFuture.runAsync(delivery()::run);
        Awaitility.await().atMost(LONG).until(() -> receiver.requests.size() == 1);

        delivery().run();

        assertThat(receiver.requests).hasSize(1);
        receiver.answer();
        first.orTimeout(LONG.toMinutes(), TimeUnit.MINUTES).join();
        assertThat(waiting()).isZero();
    }

    @Test
    void shouldSendNothingInside() {
        releases.publish(FIRST, 1);
        URI inside = URI.create("https://localhost:" + receiver.url().getPort() + "/");

        delivery(webhook(inside, false), LONG).run();

        assertThat(receiver.requests).isEmpty();
        assertThat(state().problem()).contains("Its address is not public, which needs private-network = true.");
    }

    @Test
    void shouldSendNothingToAServerThatNobodyVouchesFor(@TempDir Path directory) throws Exception {
        releases.publish(FIRST, 1);
        try (Receiver impostor = Receiver.withUntrustedCertificate(directory)) {
            delivery(webhook(impostor.url(), true), LONG).run();

            assertThat(impostor.requests).isEmpty();
            assertThat(state().problem()).contains("Its TLS certificate was not accepted.");
        }
    }

    private void replay(Optional<String> from) {
        releases.jdbi().useTransaction(handle -> new Deliveries(handle, NAME).replay(from, clock.instant()));
    }

    private void waitForNext() {
        clock.add(Duration.between(clock.instant(), state().nextAttempt()));
    }

    private State state() {
        return state(NAME).orElseThrow();
    }

    private Optional<State> state(String webhook) {
        return releases.jdbi().withHandle(handle -> new Deliveries(handle, webhook).state());
    }

    private int waiting() {
        return releases.jdbi()
                .withHandle(handle -> new Deliveries(handle, NAME).waiting().size());
    }

    private Delivery delivery() {
        return delivery(webhook(receiver.url(), true), LONG);
    }

    private Delivery delivery(Webhook webhook, Duration patience) {
        return new Delivery(
                releases.jdbi(),
                webhook,
                PublishedFixture.NORTH,
                new Sender(patience),
                new Retry(new Random(4)),
                clock);
    }

    private static Webhook webhook(URI url, boolean privateNetwork) {
        return new Webhook(NAME, "North Northamptonshire", url, WebhookSecret.parse(SECRET), privateNetwork);
    }

    private static Map<String, List<String>> lowerCase(Receiver.Request request) {
        return Stream.of("webhook-id", "webhook-timestamp", "webhook-signature")
                .collect(Collectors.toMap(name -> name, name -> List.of(request.header(name))));
    }
}
