package org.lamplight.streams;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.lamplight.schemas.Topic;
import org.lamplight.schemas.Topics;

/**
 * What becomes of a record that cannot be taken. Bytes on an intake topic that are no report, and reports that break the
 * contract of their topic, go to the dead letters, and the stream goes on. Everything else stops it: our own state that
 * cannot be read and a stage that fails are defects, and skipping a delta would falsify every count after it; a registry
 * that is away is no fault of the record.
 */
final class DeadLetters {
    private static final Set<String> INTAKE = Stream.concat(Topics.INTAKE.stream(), Stream.of(Topics.REJECTED))
            .map(Topic::name)
            .collect(Collectors.toSet());

    private DeadLetters() {}

    private static boolean isRetriable(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(RetriableException.class::isInstance);
    }

    /** A compacted topic takes no record without a key; one that came without gets its place in its topic. */
    private static List<ProducerRecord<byte[], byte[]>> keyed(
            ErrorHandlerContext context, List<ProducerRecord<byte[], byte[]>> letters) {
        byte[] place =
                (context.topic() + '/' + context.partition() + '/' + context.offset()).getBytes(StandardCharsets.UTF_8);
        return letters.stream()
                .map(letter -> letter.key() != null
                        ? letter
                        : new ProducerRecord<>(
                                letter.topic(),
                                letter.partition(),
                                letter.timestamp(),
                                place,
                                letter.value(),
                                letter.headers()))
                .toList();
    }

    /** For bytes that cannot be read. */
    public static final class OfBytes implements DeserializationExceptionHandler {
        private final DeserializationExceptionHandler deadLetter = new LogAndContinueExceptionHandler();

        @Override
        public DeserializationExceptionHandler.Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception failure) {
            return INTAKE.contains(record.topic()) && !isRetriable(failure)
                    ? DeserializationExceptionHandler.Response.resume(keyed(
                            context,
                            deadLetter.handleError(context, record, failure).deadLetterQueueRecords()))
                    : DeserializationExceptionHandler.Response.fail();
        }

        @Override
        public void configure(Map<String, ?> settings) {
            deadLetter.configure(settings);
        }
    }

    /** For reports that cannot be normalised. */
    public static final class OfReports implements ProcessingExceptionHandler {
        private final ProcessingExceptionHandler deadLetter = new LogAndContinueProcessingExceptionHandler();

        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> record, Exception failure) {
            return context.processorNodeId().startsWith(SafetyTopology.NORMALISE)
                    ? ProcessingExceptionHandler.Response.resume(keyed(
                            context,
                            deadLetter.handleError(context, record, failure).deadLetterQueueRecords()))
                    : ProcessingExceptionHandler.Response.fail();
        }

        @Override
        public void configure(Map<String, ?> settings) {
            deadLetter.configure(settings);
        }
    }
}
