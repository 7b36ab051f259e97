package org.lamplight.release.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lamplight.release.SharedReference;

class RoundingTest {
    private static final Rounding FIVE = new Rounding(5, 5);
    private static final Rounding TEN = new Rounding(10, 5);

    @ParameterizedTest
    @CsvSource({"0,<5,<10", "4,<5,<10", "5,5,<10", "7,5,<10", "8,10,<10", "9,10,<10", "10,10,10", "12,10,10", "13,15,15"
    })
    void shouldWithholdSmallCountsAndRoundTheOthers(long count, String five, String ten) {
        assertThat(text(FIVE, count)).isEqualTo(five);
        assertThat(text(TEN, count)).isEqualTo(ten);
    }

    @Test
    void shouldAgreeWithTheReference() {
        for (String line : SharedReference.lines("expected/rounding.csv")) {
            String[] fields = line.split(",", -1);
            Rounding rounding = new Rounding(Long.parseLong(fields[1]), Long.parseLong(fields[2]));
            long count = Long.parseLong(fields[0]);

            assertThat(text(rounding, count)).as(line).isEqualTo(fields[3]);
            assertThat(text(TEN, count)).as(line).isEqualTo(fields[4]);
        }
    }

    @Test
    void shouldSayWhichCountsMayStandBehindAValue() {
        for (Rounding rounding : new Rounding[] {FIVE, TEN}) {
            LongStream.range(rounding.threshold(), 200).forEach(count -> {
                long released = rounding.released(count, 0);
                long[] behind = LongStream.range(rounding.threshold(), 300)
                        .filter(other -> rounding.released(other, 0) == released)
                        .toArray();

                assertThat(rounding.lowest(released)).isEqualTo(behind[0]);
                assertThat(rounding.highest(released)).isEqualTo(behind[behind.length - 1]);
            });
        }
    }

    @Test
    void shouldRefuseABaseWithCountsHalfway() {
        assertThatThrownBy(() -> new Rounding(5, 4)).hasMessageContaining("odd base");
    }

    private static String text(Rounding rounding, long count) {
        return rounding.hides(count, 0) ? "<" + rounding.threshold() : Long.toString(rounding.released(count, 0));
    }
}
