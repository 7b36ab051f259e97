package org.lamplight.release.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    /** The example that the standard's libraries are tested with. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);
    private static final Instant SENT = Instant.ofEpochSecond(1614265330);

    @Test
    void shouldSignAsTheStandardDoes() {
        assertThat(WebhookSecret.parse(SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", SENT, BODY))
                .isEqualTo(SIGNATURE);
    }

    @Test
    void shouldSignByBothKeysWhileTheyChange() {
        String other = "whsec_" + "A".repeat(32);

        assertThat(WebhookSecret.parse(other + " " + SECRET).sign("msg_p5jXN8AQM9LWM0D4loKWxJek", SENT, BODY))
                .startsWith("v1,")
                .endsWith(" " + SIGNATURE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hunter2", "whsec_", "whsec_c2hvcnQ=", "whsec_!!!!not-base64!!!!not-base64!!!!not"})
    void shouldRefuseAWeakSecretWithoutRepeatingIt(String secret) {
        assertThatThrownBy(() -> WebhookSecret.parse(secret))
                .hasMessageContaining("openssl rand -base64 32")
                .message()
                .satisfies(
                        message -> assertThat(secret.isEmpty() || secret.equals("whsec_") || !message.contains(secret))
                                .isTrue());
    }

    @Test
    void shouldNotShowItself() {
        assertThat(WebhookSecret.parse(SECRET)).hasToString("WebhookSecret[1]");
    }
}
