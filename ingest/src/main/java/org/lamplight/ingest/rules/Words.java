package org.lamplight.ingest.rules;

import java.util.Locale;

/** How the words of exports are compared: without regard to case and to the number of spaces. */
public final class Words {
    private Words() {}

    /** The form in which two texts that mean the same are equal. */
    public static String normalise(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSpace(c)) {
                space = words.length() > 0;
                continue;
            }
            if (space) {
                words.append(' ');
                space = false;
            }
            words.append(c);
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
