package org.lamplight.ingest.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.ingest.rows.Reading.csv;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CsvTest {
    @Test
    void shouldReadColumnsByName() {
        assertThat(csv("a,b\n1,2\n3,4\n", "b", "a")).containsExactly("2: 2 | 1", "3: 4 | 3");
    }

    @Test
    void shouldReadCrLfAndALastLineWithoutEnd() {
        assertThat(csv("a,b\r\n1,2\r\n3,4", "a", "b")).containsExactly("2: 1 | 2", "3: 3 | 4");
    }

    @Test
    void shouldKeepEmbeddedNewlinesAndCountThem() {
        assertThat(csv("a,b\n1,\"x\r\ny\nz\"\n3,4\n", "a", "b")).containsExactly("2: 1 | x\r\ny\nz", "5: 3 | 4");
    }

    @Test
    void shouldReadDoubledMarksAndDelimitersInQuotes() {
        assertThat(csv("a,b\n\"say \"\"hi\"\"\",\"1,2\"\n", "a", "b")).containsExactly("2: say \"hi\" | 1,2");
    }

    @Test
    void shouldKeepFormulaPrefixesAndMarksInsidePlainValuesAsData() {
        assertThat(csv("a,b\n=1+1,5\" pipe\n", "a", "b")).containsExactly("2: =1+1 | 5\" pipe");
    }

    @Test
    void shouldSkipBlankLines() {
        assertThat(csv("\n\na,b\n\n1,2\n   \n3,4\n\n", "a", "b")).containsExactly("5: 1 | 2", "7: 3 | 4");
    }

    @Test
    void shouldIgnoreSpaceAroundHeadersAndColumnsNobodyAskedFor() {
        assertThat(csv(" a ,other,b\n1,x,2\n", "a", "b")).containsExactly("2: 1 | 2");
    }

    @Test
    void shouldSayThatAColumnIsAbsent() {
        Row row = (Row) entries("a,b\n1,\n").get(0);

        assertThat(row.get("b")).isEmpty();
        assertThat(row.all("b")).containsExactly("");
        assertThat(row.get("c")).isNull();
        assertThat(row.all("c")).isEmpty();
    }

    @Test
    void shouldRejectAWrongNumberOfValuesAndReadOn() {
        assertThat(csv("a,b\n1\n1,2,3\n5,6\n", "a", "b"))
                .containsExactly("2! row.column-count", "3! row.column-count", "4: 5 | 6");
    }

    @Test
    void shouldRejectTextBehindAClosingMarkAndReadOn() {
        assertThat(csv("a,b\n\"x\"y,2\n3,4\n", "a", "b")).containsExactly("2! row.malformed", "3: 3 | 4");
    }

    @Test
    void shouldLoseOnlyTheRowThatForgetsToCloseItsQuotes() {
        assertThat(csv("a,b\n1,2\n3,\"open\n5,6\n7,8\n", "a", "b"))
                .containsExactly("2: 1 | 2", "3! row.malformed", "4: 5 | 6", "5: 7 | 8");
    }

    @Test
    void shouldLoseOnlyTheRowWhoseOpenQuotesAnotherRowCloses() {
        assertThat(csv("a,b\n3,\"open\n5,\"x\ny\"\n7,8\n9,\"z\"\n", "a", "b"))
                .containsExactly("2! row.malformed", "3: 5 | x\ny", "5: 7 | 8", "6: 9 | z");
    }

    @Test
    void shouldRejectARowThatTheFileBreaksOff() {
        assertThat(csv("a,b\n1,2\n3", "a", "b")).containsExactly("2: 1 | 2", "3! row.column-count");
        assertThat(csv("a,b\n1,2\n3,\"x", "a", "b")).containsExactly("2: 1 | 2", "3! row.malformed");
    }

    @Test
    void shouldRejectARowThatIsTooLongAndReadOn() {
        String huge = "x".repeat(300_000);

        List<String> found = Reading.read(
                Reading.bytes("a,b\n1," + huge + "\n3,4\n5,\"" + huge + "\n6,7\n"),
                Reading.CSV,
                new Limits(100, 1 << 20, 10, 1 << 20),
                "a",
                "b");

        assertThat(found).containsExactly("2! row.too-long", "3: 3 | 4", "4! row.too-long", "5: 6 | 7");
    }

    @Test
    void shouldNotJoinLinesBeyondTheLongestRow() {
        String filler = "2,3\n".repeat(60);

        List<String> found =
                Reading.read(Reading.bytes("a,b\n1,\"open\n" + filler), Reading.CSV, Reading.SMALL, "a", "b");

        assertThat(found).hasSize(61).startsWith("2! row.too-long", "3: 2 | 3").endsWith("62: 2 | 3");
    }

    @Test
    void shouldRefuseAFileWithoutRows() {
        assertThat(csv("", "a")).containsExactly("0! file.empty");
        assertThat(csv(" \n\n", "a")).containsExactly("0! file.empty");
        assertThat(csv("a\n", "a")).isEmpty();
    }

    @Test
    void shouldNameTheColumnsThatAreMissing() {
        Problem problem = (Problem) entries("a,x\n1,2\n", "a", "c", "b").get(0);

        assertThat(problem.line()).isZero();
        assertThat(problem.field()).isEqualTo("b, c");
        assertThat(problem.rule()).isEqualTo("file.columns-missing");
    }

    @Test
    void shouldSayThatTheDelimiterLooksWrong() {
        List<Entry> entries = entries("a;b\n1;2\n", "a", "b");

        assertThat(entries).hasSize(1);
        assertThat(((Problem) entries.get(0)).message()).contains("separated by ';'", "says ','");
    }

    @Test
    void shouldRefuseAHeaderThatNamesARequiredColumnTwice() {
        assertThat(csv("a,b,a\n1,2,3\n", "a", "b")).containsExactly("0! file.columns-missing");
        assertThat(csv("a,b,b\n1,2,3\n", "a")).containsExactly("2: 1");
    }

    @Test
    void shouldRefuseAHeaderThatCannotBeRead() {
        assertThat(csv("\"a,b\n1,2\n", "a", "b")).containsExactly("0! file.columns-missing");
    }

    private static List<Entry> entries(String text, String... required) {
        return Reading.entries(
                new ByteArrayInputStream(Reading.bytes(text)),
                new Format.Csv(Optional.empty(), ','),
                Limits.DEFAULT,
                Set.of(required));
    }
}
