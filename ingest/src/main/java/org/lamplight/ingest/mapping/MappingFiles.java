package org.lamplight.ingest.mapping;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where mappings lie: in the jar by name, or anywhere as a file. */
final class MappingFiles {
    /** The names of those in the jar. */
    static final List<String> SHIPPED = List.of("streetsafe", "stop-hate-uk", "retail");

    private static final String FOLDER = "/org/lamplight/ingest/sources/";

    private MappingFiles() {}

    static Mapping read(String nameOrFile) {
        return SHIPPED.contains(nameOrFile) ? shipped(nameOrFile) : read(Path.of(nameOrFile));
    }

    static Mapping read(Path file) {
        try {
            return MappingReader.read(file.toString(), Files.readString(file));
        } catch (CharacterCodingException e) {
            throw new MappingException(file.toString(), List.of("it is not UTF-8."));
        } catch (IOException e) {
            throw new MappingException(
                    file.toString(),
                    List.of("it cannot be read; give the path of a mapping file, or one of "
                            + String.join(", ", SHIPPED) + "."));
        }
    }

    private static Mapping shipped(String name) {
        try (InputStream in = MappingFiles.class.getResourceAsStream(FOLDER + name + ".yaml")) {
            return MappingReader.read(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped mapping " + name + " cannot be read.", e);
        }
    }
}
