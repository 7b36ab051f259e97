package org.lamplight.ingest.mapping;

import java.util.List;

/** A mapping file cannot be used; says everything that is wrong with it. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    MappingException(String name, List<String> problems) {
        super("The mapping " + name + " cannot be used:" + list(problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, a sentence each, with the line, the key, the value and what is allowed. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    private static String list(List<String> problems) {
        return problems.size() == 1 ? " " + problems.get(0) : "\n  - " + String.join("\n  - ", problems);
    }
}
