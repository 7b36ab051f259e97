package org.lamplight.local.config;

import java.util.List;

/** The configuration cannot be used; the message says in sentences what to change, one per line. */
public final class InvalidConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * With all that is wrong.
     *
     * @param problems a sentence for each wrong setting
     */
    public InvalidConfigException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
