package org.lamplight.local.demo;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a source's files look like.
 *
 * @param source id of the source, and the name of its inbox
 * @param extension of the files, without the dot
 * @param charset of the files
 * @param header first line, where the format has one
 * @param days days on which the source sends a file
 */
record Export(String source, String extension, Charset charset, Optional<String> header, Predicate<LocalDate> days) {
    String fileName(String suffix) {
        return source + "-" + suffix + "." + extension;
    }
}
