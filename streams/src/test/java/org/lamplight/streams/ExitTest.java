package org.lamplight.streams;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.LockException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.lamplight.schemas.registry.RegistryUnavailableException;

class ExitTest {
    @Test
    void shouldTryAgainWhereTheWorldIsAtFault() {
        Throwable registryAway = new RegistryUnavailableException("no answer", null);

        assertThat(Exit.of(new StreamsException("while processing", registryAway)))
                .isEmpty();
    }

    /** What Kafka's producer says when a stage sends after the brokers were away for the whole of a commit. */
    @Test
    void shouldTryAgainWhereACommitWasNotAnswered() {
        Throwable refused = new IllegalStateException("Cannot attempt operation `send` because the previous call to"
                + " `commitTransaction` timed out and must be retried");

        assertThat(Exit.of(new StreamsException("while punctuating", refused))).isEmpty();
        assertThat(Exit.of(new StreamsException("while punctuating", new IllegalStateException("a defect"))))
                .contains(Exit.DEFECT);
    }

    @Test
    void shouldTellTheWaysOfDyingApart() {
        assertThat(Exit.of(new MissingSourceTopicException("no topic"))).contains(Exit.TOPICS);
        assertThat(Exit.of(new StreamsException(new SaslAuthenticationException("no"))))
                .contains(Exit.ACCESS);
        assertThat(Exit.of(new TopicAuthorizationException("no"))).contains(Exit.ACCESS);
        assertThat(Exit.of(new StreamsException(new LockException("taken")))).contains(Exit.STATE);
        assertThat(Exit.of(new StreamsException(new SerializationException("state"))))
                .contains(Exit.DEFECT);
        assertThat(Exit.of(new FencedInstanceIdException("two of one name"))).contains(Exit.REPLACED);
    }

    @Test
    void shouldGiveEachWayACodeOfItsOwn() {
        assertThat(Exit.values()).extracting(Exit::code).doesNotHaveDuplicates();
    }
}
