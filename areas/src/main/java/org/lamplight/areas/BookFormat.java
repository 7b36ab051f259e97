package org.lamplight.areas;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/**
 * The file of an area book, version 1: gzipped UTF-8 text, a line a fact, parts separated by tabs.
 *
 * <pre>
 * lamplight-areas  1
 * attribution      sentence
 * area             code  kind  vintage or 0  parent or nothing  residents or nothing  name
 * patch            positions of areas, comma-separated  cells, comma-separated
 * </pre>
 *
 * Areas come in {@link Area#ORDER}; their positions count from 0. A cell is its name without the trailing f.
 */
final class BookFormat {
    private static final String MAGIC = "lamplight-areas";
    private static final int VERSION = 1;
    private static final String SEPARATORS = "[\t\r\n]+";
    private static final String NAME_PADDING = "f".repeat(15);

    private static final String NO_BOOK =
            "The file is no area book; make one with `lamplight areas build`, or name another file.";

    private BookFormat() {}

    static void write(AreaBook book, OutputStream out) throws IOException {
        try (Writer text = new OutputStreamWriter(new GZIPOutputStream(out), UTF_8)) {
            line(text, MAGIC, VERSION);
            line(text, "attribution", book.attribution());
            for (Area area : book.areas()) {
                line(text, "area", parts(area));
            }
            for (Patch patch : book.patches()) {
                line(text, "patch", joined(patch.areas().stream()), joined(names(patch)));
            }
        }
    }

    /** Reads a book; what is wrong with it becomes an {@link AreaBookException} that names the line. */
    static AreaBook read(InputStream in) throws IOException {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(new GZIPInputStream(in), UTF_8))) {
            requireVersion(text.readLine());
            return new Reading().of(text);
        } catch (ZipException e) {
            throw new AreaBookException(NO_BOOK, e);
        }
    }

    private static void requireVersion(String firstLine) {
        String[] parts = firstLine == null ? new String[0] : firstLine.split("\t", -1);
        if (parts.length != 2 || !parts[0].equals(MAGIC)) {
            throw new AreaBookException(NO_BOOK);
        }
        if (!parts[1].equals(Integer.toString(VERSION))) {
            throw new AreaBookException("The area book has format version " + parts[1] + ", this program reads version "
                    + VERSION + "; build the book anew with `lamplight areas build`.");
        }
    }

    /** One pass over the lines after the first. */
    private static final class Reading {
        private final List<Area> areas = new ArrayList<>();
        private final List<Patch> patches = new ArrayList<>();
        private String attribution = "";
        private int lineNumber = 1;

        AreaBook of(BufferedReader text) throws IOException {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                lineNumber++;
                try {
                    take(line.split("\t", -1));
                } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
                    throw new AreaBookException(
                            "Line " + lineNumber + " of the area book cannot be read; build the book anew.", e);
                }
            }
            return new AreaBook(attribution, areas, patches);
        }

        private void take(String[] parts) {
            switch (parts[0]) {
                case "attribution" -> attribution = parts[1];
                case "area" -> areas.add(area(parts));
                case "patch" -> patches.add(patch(parts));
                default -> throw new IllegalArgumentException("unknown kind of line");
            }
        }

        private static Area area(String[] parts) {
            return new Area(
                    parts[1],
                    parts[6],
                    AreaKind.valueOf(parts[2]),
                    Integer.parseInt(parts[3]),
                    Optional.of(parts[4]).filter(parent -> !parent.isEmpty()),
                    parts[5].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(parts[5])));
        }

        private Patch patch(String[] parts) {
            List<Integer> in = Stream.of(parts[1].split(",", -1))
                    .map(position -> Objects.checkIndex(Integer.parseInt(position), areas.size()))
                    .toList();
            List<Long> cells = Stream.of(parts[2].split(",", -1))
                    .map(name -> Cells.parse(name + NAME_PADDING.substring(name.length())))
                    .toList();
            return new Patch(in, cells);
        }
    }

    private static Object[] parts(Area area) {
        return new Object[] {
            area.code(),
            area.kind(),
            area.vintage(),
            area.parent().orElse(""),
            area.residents().isPresent() ? area.residents().getAsLong() : "",
            area.name()
        };
    }

    private static Stream<String> names(Patch patch) {
        return patch.cells().stream().map(Cells::name).map(name -> name.replaceFirst("f+$", ""));
    }

    private static String joined(Stream<?> values) {
        return values.map(Object::toString).collect(Collectors.joining(","));
    }

    private static void line(Writer text, String kind, Object... parts) throws IOException {
        text.write(Stream.concat(Stream.of(kind), Stream.of(parts))
                .map(part -> part.toString().replaceAll(SEPARATORS, " "))
                .collect(Collectors.joining("\t", "", "\n")));
    }
}
