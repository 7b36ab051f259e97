package org.lamplight.streams.rules;

import org.lamplight.schemas.RetailSubmission;

/** A retail submission is ready to be used as evidence if a statement exists, and CCTV footage or images do. */
public final class Evidence {
    private Evidence() {}

    /** Whether the submission is ready. */
    public static boolean isReady(RetailSubmission submission) {
        return submission.getStatement() && (submission.getCctv() || submission.getImages());
    }
}
