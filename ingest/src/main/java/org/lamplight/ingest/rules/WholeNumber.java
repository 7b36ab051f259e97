package org.lamplight.ingest.rules;

/** Reads a whole number that is not negative. */
public final class WholeNumber {
    private WholeNumber() {}

    /** The number that a text names. */
    public static long parse(String text, String field) {
        long number = 0;
        boolean fits = !text.isEmpty() && text.length() <= 18;
        for (int i = 0; i < text.length() && fits; i++) {
            int digit = text.charAt(i) - '0';
            fits = digit >= 0 && digit <= 9;
            number = number * 10 + digit;
        }
        if (!fits) {
            throw new BrokenRule(Rule.NUMBER_INVALID, field);
        }
        return number;
    }
}
