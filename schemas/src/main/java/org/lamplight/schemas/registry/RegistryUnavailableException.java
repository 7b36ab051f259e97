package org.lamplight.schemas.registry;

import org.apache.kafka.common.errors.RetriableException;

/**
 * No registry answered, after all retries. It says nothing about the record at hand, which must be tried again and never
 * be skipped for it.
 */
public final class RegistryUnavailableException extends RetriableException {
    private static final long serialVersionUID = 1L;

    /** After the last try, with what went wrong in it. */
    public RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
