package org.lamplight.streams.rules;

/** A report breaks the contract of its topic, so the connector that wrote it is at fault; it goes to the dead letters. */
public final class BrokenReportException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The message says what is wrong and holds nothing of the report. */
    public BrokenReportException(String message) {
        super(message);
    }

    /** As above, with what brought it to light; the cause's message holds nothing of the report either. */
    public BrokenReportException(String message, Throwable cause) {
        super(message, cause);
    }
}
