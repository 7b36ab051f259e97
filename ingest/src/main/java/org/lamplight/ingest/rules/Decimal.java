package org.lamplight.ingest.rules;

/** Reads a plain decimal number such as -0.9 or 4.75e5; no NaN, no infinity, no decimal comma. */
final class Decimal {
    private Decimal() {}

    static double parse(String text, String field) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain = (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '+' || c == 'e' || c == 'E';
            if (!plain) {
                throw new BrokenRule(Rule.LOCATION_NOT_A_NUMBER, field);
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BrokenRule(Rule.LOCATION_NOT_A_NUMBER, field);
        }
    }
}
