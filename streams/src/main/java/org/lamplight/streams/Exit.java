package org.lamplight.streams;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.MissingInternalTopicsException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.lamplight.streams.state.StaleStateException;

/** How the application ended; the code is what its process exits with. */
public enum Exit {
    /** It was asked to stop, and did. */
    STOPPED(0),
    /** A defect: a stage failed, or its own state cannot be read. The log says which. */
    DEFECT(1),
    /** A setting is wrong. The message says which. */
    SETTINGS(2),
    /** A topic that it needs is missing. */
    TOPICS(3),
    /** The cluster refuses it: wrong credentials or missing rights. */
    ACCESS(4),
    /** The state directory cannot be used: locked by another process, full, damaged, or of another version. */
    STATE(5),
    /** It was asked to stop and did not in time; what was not committed is done again after a restart. */
    SLOW(6),
    /** Another process of the same instance name has taken its place in the group. */
    REPLACED(7);

    private final int code;

    Exit(int code) {
        this.code = code;
    }

    /** The exit code. */
    public int code() {
        return code;
    }

    /** How a failure ends the application; empty if it is the world's and passes, so that one tries again. */
    static Optional<Exit> of(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
        if (any(causes, MissingSourceTopicException.class, MissingInternalTopicsException.class)) {
            return Optional.of(TOPICS);
        }
        if (any(causes, AuthenticationException.class, AuthorizationException.class)) {
            return Optional.of(ACCESS);
        }
        if (any(causes, FencedInstanceIdException.class)) {
            return Optional.of(REPLACED);
        }
        if (any(causes, RetriableException.class) || causes.stream().anyMatch(Exit::isUnansweredCommit)) {
            return Optional.empty();
        }
        return Optional.of(
                any(causes, LockException.class, ProcessorStateException.class, StaleStateException.class)
                        ? STATE
                        : DEFECT);
    }

    /** The brokers did not answer a commit in time, and a stage goes on to send: its producer refuses that in this way. */
    private static boolean isUnansweredCommit(Throwable cause) {
        return cause instanceof IllegalStateException
                && String.valueOf(cause.getMessage()).endsWith("timed out and must be retried");
    }

    private static boolean any(List<Throwable> causes, Class<?>... kinds) {
        return causes.stream().anyMatch(cause -> Stream.of(kinds).anyMatch(kind -> kind.isInstance(cause)));
    }
}
