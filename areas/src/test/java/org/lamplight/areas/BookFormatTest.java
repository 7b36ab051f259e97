package org.lamplight.areas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookFormatTest {
    @TempDir
    Path folder;

    @Test
    void shouldReadTheBookThatItWrote() {
        AreaBook book = SmallBook.book();
        Path file = folder.resolve("book");

        book.write(file);
        AreaBook read = AreaBook.read(file);

        assertThat(read.areas()).isEqualTo(book.areas());
        assertThat(read.attribution()).isEqualTo("Contains © nobody's data");
        assertThat(read.force()).isEqualTo("F1");
        for (Area area : book.areas()) {
            assertThat(read.cellsOf(area.code(), 10)).isEqualTo(book.cellsOf(area.code(), 10));
        }
    }

    @Test
    void shouldWriteTheSameBookAsTheSameBytes() throws IOException {
        SmallBook.book().write(folder.resolve("first"));
        SmallBook.book().write(folder.resolve("second"));
        AreaBook.read(folder.resolve("first")).write(folder.resolve("third"));

        byte[] bytes = Files.readAllBytes(folder.resolve("first"));

        assertThat(folder.resolve("second")).hasBinaryContent(bytes);
        assertThat(folder.resolve("third")).hasBinaryContent(bytes);
    }

    @Test
    void shouldRefuseAVersionThatItDoesNotKnow() throws IOException {
        Path file = edited("lamplight-areas\t1\n", "lamplight-areas\t2\n");

        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.read(file))
                .withMessage("The area book has format version 2, this program reads version 1;"
                        + " build the book anew with `lamplight areas build`.");
    }

    @Test
    void shouldRefuseAFileThatIsNoBook() throws IOException {
        Path text = Files.writeString(folder.resolve("text"), "code,name\n");
        Path empty = gzipped("");
        String problem = "The file is no area book; make one with `lamplight areas build`, or name another file.";

        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.read(text))
                .withMessage(problem);
        assertThatExceptionOfType(AreaBookException.class)
                .isThrownBy(() -> AreaBook.read(empty))
                .withMessage(problem);
    }

    @Test
    void shouldNameTheLineThatItCannotRead() throws IOException {
        Path unknownKind = edited("\tWARD\t", "\tPARISH\t");
        Path unknownArea = edited("patch\t", "patch\t77,");
        Path missing = edited("\tWest\n", "\n");

        for (Path file : new Path[] {unknownKind, unknownArea, missing}) {
            assertThatExceptionOfType(AreaBookException.class)
                    .isThrownBy(() -> AreaBook.read(file))
                    .withMessageMatching("Line \\d+ of the area book cannot be read; build the book anew.");
        }
    }

    @Test
    void shouldNoticeThatTheFileIsCutOff() throws IOException {
        Path file = folder.resolve("book");
        SmallBook.book().write(file);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));

        assertThatThrownBy(() -> AreaBook.read(file))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void shouldNameTheFileThatIsNotThere() {
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> AreaBook.read(folder.resolve("nowhere")))
                .withMessageContaining("nowhere");
    }

    private Path edited(String from, String to) throws IOException {
        Path file = folder.resolve("original");
        SmallBook.book().write(file);
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            String text = new String(in.readAllBytes(), UTF_8);
            assertThat(text).contains(from);
            return gzipped(text.replace(from, to));
        }
    }

    private Path gzipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return Files.write(Files.createTempFile(folder, "book", ""), bytes.toByteArray());
    }
}
