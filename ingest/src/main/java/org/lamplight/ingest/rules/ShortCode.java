package org.lamplight.ingest.rules;

import java.util.Locale;

/** Takes a code such as 1A in capitals, and nothing longer, so that no free text comes in by this way. */
public final class ShortCode {
    private static final int LONGEST = 16;

    private ShortCode() {}

    /** The code in capitals. */
    public static String parse(String text, String field) {
        boolean code = text.length() <= LONGEST;
        for (int i = 0; i < text.length() && code; i++) {
            char c = text.charAt(i);
            code = c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
        }
        if (!code) {
            throw new BrokenRule(Rule.CODE_INVALID, field);
        }
        return text.toUpperCase(Locale.ROOT);
    }
}
