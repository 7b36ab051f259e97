package org.lamplight.local.parts;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.lamplight.areas.AreaBook;
import org.lamplight.areas.AreaBookException;
import org.lamplight.local.config.LamplightConfig;

/** Reads the area book that is configured. */
public final class AreaBooks {
    private AreaBooks() {}

    /**
     * The book.
     *
     * @throws StartException if the file cannot be read or is no area book
     */
    public static AreaBook read(LamplightConfig config) {
        String book = config.areaBook();
        try {
            return book.equals(LamplightConfig.SHIPPED_BOOK)
                    ? AreaBook.northamptonshire()
                    : AreaBook.read(Path.of(book));
        } catch (AreaBookException | UncheckedIOException e) {
            throw new StartException("The area book " + book + " (area-book) cannot be read: " + e.getMessage(), e);
        }
    }
}
