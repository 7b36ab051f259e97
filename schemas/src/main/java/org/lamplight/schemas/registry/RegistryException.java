package org.lamplight.schemas.registry;

import org.apache.kafka.common.KafkaException;

/** A registry refused, and would refuse again: an unknown id, an incompatible schema, a wrong password. */
public final class RegistryException extends KafkaException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** A refusal with the HTTP status it came with. */
    public RegistryException(String message, int status) {
        super(message);
        this.status = status;
    }

    /** A refusal for a reason found on this side. */
    public RegistryException(String message, int status, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /** HTTP status of the refusal, e.g. 404 for an unknown id or 409 for an incompatible schema. */
    public int status() {
        return status;
    }
}
