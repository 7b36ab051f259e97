package org.lamplight.areas;

import java.util.List;

/** An area book, or what it should be built from, cannot be used. Each problem is a sentence that says what to do. */
public final class AreaBookException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    public AreaBookException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public AreaBookException(String problem) {
        this(List.of(problem));
    }

    public AreaBookException(String problem, Throwable cause) {
        this(problem);
        initCause(cause);
    }

    /** Everything that is wrong, one sentence each. */
    public List<String> problems() {
        return problems;
    }
}
