package org.lamplight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.ingest.rows.Reading.bytes;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Format ARRAY = new Format.JsonArray(Optional.empty(), "");
    private static final Format NESTED = new Format.JsonArray(Optional.empty(), "data.items");

    @Test
    void shouldReadNestedValuesByPath() {
        Row row = (Row)
                lines("{\"a\":{\"b\":1.50,\"c\":null},\"d\":true,\"e\":\"x\"}").get(0);

        assertThat(row.line()).isEqualTo(1);
        assertThat(row.get("a.b")).isEqualTo("1.50");
        assertThat(row.get("a.c")).isNull();
        assertThat(row.all("a.c")).isEmpty();
        assertThat(row.get("d")).isEqualTo("true");
        assertThat(row.get("e")).isEqualTo("x");
        assertThat(row.get("f")).isNull();
    }

    @Test
    void shouldReadArraysAsSeveralValues() {
        Row row = (Row) lines("{\"a\":[\"x\",null,\"y\"],\"b\":[{\"c\":1},{\"c\":2}],\"d\":[]}")
                .get(0);

        assertThat(row.all("a")).containsExactly("x", "y");
        assertThat(row.get("a")).isEqualTo("x");
        assertThat(row.all("b.c")).containsExactly("1", "2");
        assertThat(row.all("d")).isEmpty();
    }

    @Test
    void shouldRejectOnlyTheLinesThatAreNotOneObject() {
        String export = """
                {"a":1}
                {"a":
                [1]

                7
                {"a":2} {"a":3}
                {"a":4,"a":5}
                {"a":6}""";

        assertThat(Reading.read(bytes(export), Reading.JSON_LINES, "a"))
                .containsExactly(
                        "1: 1",
                        "2! row.malformed",
                        "3! row.malformed",
                        "5! row.malformed",
                        "6! row.malformed",
                        "7! row.malformed",
                        "8: 6");
    }

    @Test
    void shouldRejectWhatEscapesSmuggleIn() {
        String export = """
                {"a":"x\\u0000"}
                {"a":"\\ud83d"}
                {"a":"\\ud83d\\ude00"}
                """;

        assertThat(Reading.read(bytes(export), Reading.JSON_LINES, "a"))
                .containsExactly("1! row.nul-byte", "2! row.encoding", "3: \ud83d\ude00");
    }

    @Test
    void shouldRejectALineThatIsTooLongAndReadOn() {
        String export = "{\"a\":\"" + "x".repeat(200) + "\"}\n{\"a\":1}\n";

        assertThat(Reading.read(bytes(export), Reading.JSON_LINES, Reading.SMALL, "a"))
                .containsExactly("1! row.too-long", "2: 1");
    }

    @Test
    void shouldRejectDeepNesting() {
        String deep = "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}\n{\"a\":1}\n";

        assertThat(Reading.read(bytes(deep), Reading.JSON_LINES, "a")).containsExactly("1! row.malformed", "2: 1");
    }

    @Test
    void shouldRefuseLinesThatHoldNothing() {
        assertThat(Reading.read(bytes("\n \n"), Reading.JSON_LINES, "a")).containsExactly("0! file.empty");
    }

    @Test
    void shouldReadTheItemsOfAnArray() {
        assertThat(Reading.read(bytes("[ {\"a\":1} ,\n{\"a\":\"x,]}\\\"\"} ]"), ARRAY, "a"))
                .containsExactly("1: 1", "2: x,]}\"");
        assertThat(Reading.read(bytes("[]"), ARRAY, "a")).isEmpty();
    }

    @Test
    void shouldSayThatSomethingFollowsTheArray() {
        assertThat(Reading.read(bytes("[{\"a\":1}] \n"), ARRAY, "a")).containsExactly("1: 1");
        assertThat(Reading.read(bytes("[{\"a\":1}],{\"a\":2}]"), ARRAY, "a"))
                .containsExactly("1: 1", "0! page.malformed");
    }

    @Test
    void shouldFindTheArrayByItsPath() {
        String page = """
                {"before": [{"items": 1}], "data": {"x": {"items": []}, "items": [{"a": 1}, {"a": 2}]}, "next": "3"}""";

        assertThat(Reading.read(bytes(page), NESTED, "a")).containsExactly("1: 1", "2: 2");
    }

    @Test
    void shouldRefuseADocumentWithoutTheArray() {
        assertThat(Reading.read(bytes("{\"data\":{}}"), NESTED, "a")).containsExactly("0! page.malformed");
        assertThat(Reading.read(bytes("{\"data\":{\"items\":7}}"), NESTED, "a")).containsExactly("0! page.malformed");
        assertThat(Reading.read(bytes("<html>"), NESTED, "a")).containsExactly("0! page.malformed");
        assertThat(Reading.read(bytes(""), ARRAY, "a")).containsExactly("0! file.empty");
    }

    @Test
    void shouldRejectOnlyTheItemsThatAreNotObjects() {
        assertThat(Reading.read(bytes("[{\"a\":1},7,{\"a\":tru},{\"a\":2}]"), ARRAY, "a"))
                .containsExactly("1: 1", "2! row.malformed", "3! row.malformed", "4: 2");
    }

    @Test
    void shouldRejectAnItemThatIsTooLongAndReadOn() {
        String export = "[{\"a\":\"" + "x".repeat(200) + "\"},{\"a\":1}]";

        assertThat(Reading.read(bytes(export), ARRAY, Reading.SMALL, "a")).containsExactly("1! row.too-long", "2: 1");
    }

    @Test
    void shouldKeepTheItemsBeforeADocumentBreaksOff() {
        assertThat(Reading.read(bytes("[{\"a\":1},{\"a\":2"), ARRAY, "a")).containsExactly("1: 1", "0! file.truncated");
        assertThat(Reading.read(bytes("[{\"a\":1}"), ARRAY, "a")).endsWith("0! file.truncated");
    }

    @Test
    void shouldRejectBrokenBytesInOneItem() {
        byte[] export = Reading.join(bytes("[{\"a\":\""), new byte[] {(byte) 0xff}, bytes("\"},{\"a\":1}]"));

        assertThat(Reading.read(export, ARRAY, "a")).containsExactly("1! row.encoding", "2: 1");
    }

    private static List<Entry> lines(String text) {
        return Reading.entries(new ByteArrayInputStream(bytes(text)), Reading.JSON_LINES, Limits.DEFAULT, Set.of());
    }
}
