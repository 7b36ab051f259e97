package org.lamplight.local.doctor;

import java.util.ArrayList;
import java.util.List;

/**
 * Looks at one thing.
 *
 * @param subject what it looks at
 * @param look says in a few words what it sees, and adds what is wrong
 */
record Check(String subject, Look look) {
    /** How one looks. */
    interface Look {
        /** Says what is seen, and adds what is wrong; may fail in any way. */
        String at(List<Finding> findings) throws Exception;
    }

    /** What came of it. A check that fails is a finding itself. */
    Examination run() {
        List<Finding> findings = new ArrayList<>();
        try {
            return new Examination(subject, look.at(findings), findings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(e);
        } catch (Exception e) { // whatever a client throws
            return failed(e);
        }
    }

    private Examination failed(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new Examination(
                subject,
                "cannot be looked at",
                List.of(new Finding(why, "See that it runs, and that lamplight.conf says where and how to log in.")));
    }
}
