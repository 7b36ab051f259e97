package org.lamplight.release.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryTest {
    private final Retry retry = new Retry(new Random(4));

    @ParameterizedTest
    @CsvSource({"1, PT5S", "2, PT10S", "3, PT20S", "10, PT42M40S", "13, PT5H41M20S", "14, PT6H", "100000, PT6H"})
    void shouldWaitTwiceAsLongEachTimeUpToABound(int failures, Duration longest) {
        for (int i = 0; i < 1_000; i++) {
            assertThat(retry.after(failures)).isBetween(longest.dividedBy(2), longest);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "14"})
    void shouldNotAlwaysWaitTheSame(int failures) {
        assertThat(retry.after(failures)).isNotEqualTo(retry.after(failures));
    }
}
