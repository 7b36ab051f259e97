package org.lamplight.ingest.rows;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.ingest.rows.Reading.bytes;
import static org.lamplight.ingest.rows.Reading.csv;
import static org.lamplight.ingest.rows.Reading.join;

import java.nio.charset.Charset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EncodingTest {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    private static final Format WINDOWS = new Format.Csv(Optional.of(WINDOWS_1252), ',');
    private static final String PLAIN = "a,b\n1,\u00a35 \u20ac \ud83d\ude00\n";

    @Test
    void shouldReadUtf8WithAndWithoutAMark() {
        assertThat(csv(PLAIN, "a", "b")).containsExactly("2: 1 | \u00a35 \u20ac \ud83d\ude00");
        assertThat(csv("\ufeff" + PLAIN, "a", "b")).containsExactly("2: 1 | \u00a35 \u20ac \ud83d\ude00");
    }

    @Test
    void shouldReadUtf16ByItsMark() {
        byte[] little = ("\ufeff" + PLAIN).getBytes(UTF_16LE);
        byte[] big = ("\ufeff" + PLAIN).getBytes(UTF_16BE);

        assertThat(csv(little, "a", "b")).containsExactly("2: 1 | \u00a35 \u20ac \ud83d\ude00");
        assertThat(csv(big, "a", "b")).containsExactly("2: 1 | \u00a35 \u20ac \ud83d\ude00");
    }

    @Test
    void shouldReadTheCharacterSetThatTheMappingNames() {
        byte[] export = "a,b\n1,\u00a35 \u20ac\n".getBytes(WINDOWS_1252);

        assertThat(Reading.read(export, WINDOWS, "a", "b")).containsExactly("2: 1 | \u00a35 \u20ac");
    }

    @Test
    void shouldBelieveAMarkMoreThanTheMapping() {
        assertThat(Reading.read(bytes("\ufeff" + PLAIN), WINDOWS, "a", "b"))
                .containsExactly("2: 1 | \u00a35 \u20ac \ud83d\ude00");
    }

    @Test
    void shouldRejectOnlyTheRowWithBytesThatAreNotText() {
        byte[] export = join(bytes("a,b\n1,"), new byte[] {(byte) 0xe9}, bytes("\n3,4\n5,"), new byte[] {(byte) 0xff});

        assertThat(csv(export, "a", "b")).containsExactly("2! row.encoding", "3: 3 | 4", "4! row.encoding");
    }

    @Test
    void shouldRejectATruncatedCharacterAtTheEnd() {
        assertThat(csv(join(bytes("a\nx"), new byte[] {(byte) 0xe2, (byte) 0x82}), "a"))
                .containsExactly("2! row.encoding");
    }

    @Test
    void shouldRejectUndefinedBytesOfWindows1252() {
        byte[] export = join(bytes("a\n"), new byte[] {(byte) 0x81}, bytes("\nx\n"));

        assertThat(Reading.read(export, WINDOWS, "a")).containsExactly("2! row.encoding", "3: x");
    }

    @Test
    void shouldTakeReplacementCharactersAndEveryProperPairAsText() {
        String text = "\ufffd \ud800\udfff \udbff\udfff";

        assertThat(csv("a\n" + text + "\n", "a")).containsExactly("2: " + text);
    }

    @Test
    void shouldRejectBrokenBytesBehindAProperPair() {
        assertThat(csv(join(bytes("a\n\ud800\udfff"), new byte[] {(byte) 0xff}, bytes("\n")), "a"))
                .containsExactly("2! row.encoding");
    }

    @Test
    void shouldLoseNoRowToAMarkThatBrokenBytesOpen() {
        assertThat(csv("a,b\n\"\0,1\n2,3\n\"x\"y,4\n", "a", "b"))
                .containsExactly("2! row.nul-byte", "3: 2 | 3", "4! row.malformed");
    }

    @Test
    void shouldRejectOnlyTheRowWithANul() {
        assertThat(csv("a\nx\0y\nz\n", "a")).containsExactly("2! row.nul-byte", "3: z");
    }

    @Test
    void shouldSayThatUtf16LacksItsMark() {
        Problem problem = (Problem) Reading.entries(
                        new java.io.ByteArrayInputStream(PLAIN.getBytes(UTF_16LE)),
                        Reading.CSV,
                        Limits.DEFAULT,
                        java.util.Set.of("a", "b"))
                .get(0);

        assertThat(problem.rule()).isEqualTo("file.columns-missing");
        assertThat(problem.message()).contains("UTF-16");
    }

    @Test
    void shouldDecodeAcrossTheEdgesOfItsBuffers() {
        String value = "\u20ac\ud83d\ude00".repeat(50_000);

        assertThat(csv("a,b\nx,y\r\n" + value + ",1\r\n", "a")).containsExactly("2: x", "3: " + value);
    }
}
