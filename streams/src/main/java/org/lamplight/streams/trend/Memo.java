package org.lamplight.streams.trend;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * Remembers answers that take long and are asked for again and again.
 *
 * @param <Q> a question with equals
 * @param <A> its only answer
 */
final class Memo<Q, A> {
    private static final int MOST = 10_000;

    private final Map<Q, A> answers = new HashMap<>();
    private final Function<Q, A> question;

    Memo(Function<Q, A> question) {
        this.question = question;
    }

    A of(Q asked) {
        if (answers.size() >= MOST) {
            answers.clear();
        }
        return answers.computeIfAbsent(asked, question);
    }
}
