package org.lamplight.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lamplight.local.terminal.Table.Column;

class TableTest {
    private static final Table TABLE = new Table(
            List.of(new Column("ward", false), new Column("reports", true)),
            List.of(List.of("Kingswood, Corby", "7"), List.of("Pîtsford \"West\"", "1234")));

    @Test
    void shouldAlignTextLeftAndNumbersRight() {
        assertThat(TABLE.lines())
                .containsExactly(
                        "ward              reports", "Kingswood, Corby        7", "Pîtsford \"West\"      1234");
    }

    @Test
    void shouldQuoteCsv() {
        StringWriter text = new StringWriter();

        TABLE.printCsv(new PrintWriter(text));

        assertThat(text).hasToString("ward,reports\r\n\"Kingswood, Corby\",7\r\n\"Pîtsford \"\"West\"\"\",1234\r\n");
    }
}
