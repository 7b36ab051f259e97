package org.lamplight.ingest.rows;

import java.io.IOException;
import java.io.Serial;
import org.lamplight.ingest.rules.Rule;

/** The bytes themselves break a rule: nothing more can be read. */
final class RefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final Rule rule;

    RefusedException(Rule rule, Throwable cause) {
        super(rule.sentence(), cause);
        this.rule = rule;
    }

    Rule rule() {
        return rule;
    }
}
