package org.lamplight.ingest.rules;

/** A value breaks a rule. Holds the rule and the field, never the value; has no stack trace, as it is about data. */
public final class BrokenRule extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Rule rule;
    private final String field;

    /**
     * States which rule is broken where.
     *
     * @param field column or columns of the file as the mapping names them
     */
    public BrokenRule(Rule rule, String field) {
        super(rule.id() + ": " + field, null, false, false);
        this.rule = rule;
        this.field = field;
    }

    /** The rule. */
    public Rule rule() {
        return rule;
    }

    /** Column or columns of the file as the mapping names them. */
    public String field() {
        return field;
    }
}
