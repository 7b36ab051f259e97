package org.lamplight.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12|1200",
                "12.5|1250",
                "£12.50|1250",
                "£ 12.05|1205",
                "£0.00|0",
                "1,234.50|123450",
                "1,234,567|123456700",
                "0.07|7",
            })
    void shouldReadPoundsAsPence(String text, long pence) {
        assertThat(Pounds.toPence(text, "Value")).isEqualTo(pence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "£",
                ".",
                "12.",
                ".5",
                "12.505",
                "-5",
                "12,50",
                "1,23,456",
                ",123",
                "1e3",
                "€5",
                "12 50",
                "１２",
                "£NaN",
                "1234567890123"
            })
    void shouldRefuseWhatIsNoAmountInPounds(String text) {
        assertBroken(Rule.NUMBER_INVALID, () -> Pounds.toPence(text, "Value"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "+1", "1.0", "1e3", "0x10", "ten", "1234567890123456789"})
    void shouldRefuseWhatIsNoWholeNumber(String text) {
        assertBroken(Rule.NUMBER_INVALID, () -> WholeNumber.parse(text, "Version"));
    }

    @Test
    void shouldReadTheLargestWholeNumber() {
        assertThat(WholeNumber.parse("999999999999999999", "Version")).isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @CsvSource({"52.2372, 52.2372", "-0.9, -0.9", "+1, 1", "4.75e5, 475000", "007, 7"})
    void shouldReadPlainDecimals(String text, double number) {
        assertThat(Decimal.parse(text, "Latitude")).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity", "1d", "0x1p3", "52,2", "1..2", "--1", "e", "52.2°", "٥٢"})
    void shouldRefuseWhatIsNoPlainDecimal(String text) {
        assertBroken(Rule.LOCATION_NOT_A_NUMBER, () -> Decimal.parse(text, "Latitude"));
    }

    @ParameterizedTest
    @CsvSource({"18, 18", "1a, 1A", "X-1.2, X-1.2", "ABCDEFGHIJKLMNOP, ABCDEFGHIJKLMNOP"})
    void shouldTakeShortCodesInCapitals(String text, String code) {
        assertThat(ShortCode.parse(text, "Outcome")).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "ABCDEFGHIJKLMNOPQ", "=1", "a@b", "é"})
    void shouldRefuseWhatIsNoShortCode(String text) {
        assertBroken(Rule.CODE_INVALID, () -> ShortCode.parse(text, "Outcome"));
    }

    @ParameterizedTest
    @CsvSource({"Yes, true", "y, true", "TRUE, true", "1, true", "No, false", "n, false", "False, false", "0, false"})
    void shouldReadTheUsualWordsOfFlags(String text, boolean meaning) {
        assertThat(FlagWords.USUAL.parse(text, "Weapon")).isEqualTo(meaning);
    }

    @ParameterizedTest
    @ValueSource(strings = {"maybe", "yes please", "2", "✓"})
    void shouldRefuseWhatSaysNeitherYesNorNo(String text) {
        assertBroken(Rule.FLAG_INVALID, () -> FlagWords.USUAL.parse(text, "Weapon"));
    }

    @Test
    void shouldCompareCodesWithoutRegardToCaseAndSpaces() {
        CodeList codes = new CodeList(
                Map.of(
                        "BADLY_LIT",
                        List.of("Badly lit", "Dark and empty"),
                        "EMPTY_OR_ISOLATED",
                        List.of("dark  and EMPTY")),
                List.of("None"));

        assertThat(codes.symbols("Badly lit")).containsExactly("BADLY_LIT");
        assertThat(codes.symbols("  BADLY \u00a0 lit\t")).containsExactly("BADLY_LIT");
        assertThat(codes.symbols("Dark and empty")).containsExactlyInAnyOrder("BADLY_LIT", "EMPTY_OR_ISOLATED");
        assertThat(codes.symbols("NONE")).isEmpty();
        assertThat(codes.symbols("Badly-lit")).isNull();
    }

    private static void assertBroken(Rule rule, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        BrokenRule.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }
}
