package org.lamplight.local.evaluate;

import java.util.Locale;

/** Numbers in tables. */
final class Numbers {
    private Numbers() {}

    /** A number in a format of {@link String#format}; a dash where there is none. */
    static String text(String format, double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, format, value);
    }
}
