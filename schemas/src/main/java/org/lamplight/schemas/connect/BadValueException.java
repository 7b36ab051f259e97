package org.lamplight.schemas.connect;

/** A value that does not fit its schema. Says where it stands and what is wrong with it, never the value itself. */
final class BadValueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;

    BadValueException(String message) {
        this("", message);
    }

    private BadValueException(String field, String message) {
        super(message);
        this.field = field;
    }

    /** The value as this type; a value of another type, or none, is a bad one. */
    static <T> T require(Class<T> type, Object value) {
        if (value == null) {
            throw new BadValueException("is missing but must have a value");
        }
        if (!type.isInstance(value)) {
            throw new BadValueException(
                    "is a %s where a %s is needed".formatted(value.getClass().getSimpleName(), type.getSimpleName()));
        }
        return type.cast(value);
    }

    /** The same, one record further out. */
    BadValueException in(String outer) {
        return new BadValueException(field.isEmpty() ? outer : outer + "." + field, getMessage());
    }

    /** A sentence for a person. */
    String sentence() {
        return field.isEmpty() ? "The value " + getMessage() + "." : "The field " + field + " " + getMessage() + ".";
    }
}
