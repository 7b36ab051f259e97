package org.lamplight.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** Says that encoding or decoding failed without repeating content, which Avro's own messages quote. */
public final class Failures {
    private Failures() {}

    /** An exception that names the kind of failure but neither its message nor its cause. */
    public static SerializationException of(String sentence, Exception failure) {
        // A missing value has no content to quote, and its message names the field.
        String detail = failure instanceof NullPointerException && failure.getMessage() != null
                ? failure.getMessage()
                : failure.getClass().getSimpleName();
        return new SerializationException(sentence + " (" + detail + ").");
    }
}
