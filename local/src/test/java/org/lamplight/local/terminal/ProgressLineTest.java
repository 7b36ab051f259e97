package org.lamplight.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    private final StringWriter text = new StringWriter();

    @Test
    void shouldDrawOverTheLineInATerminal() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(text), true, NOON)) {
            line.update("Reading", 0, 4_000);
            line.update("Reading", 4_000, 4_000);
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "",
                        "Reading [........................] 0 of 4,000",
                        "Reading [########################] 4,000 of 4,000");
    }

    @Test
    void shouldNotRepeatItselfWithinAMoment() {
        try (ProgressLine line = new ProgressLine(new PrintWriter(text), false, NOON)) {
            line.update("Reading", 1, 4);
            line.update("Reading", 2, 4);
            line.update("Reading", 4, 4);
        }

        assertThat(text.toString().lines())
                .containsExactly(
                        "Reading [######..................] 1 of 4", "Reading [########################] 4 of 4");
    }
}
