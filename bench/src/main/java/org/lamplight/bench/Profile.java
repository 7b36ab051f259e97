package org.lamplight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which stage of the topology the time goes to: samples of the stack, each put down to the innermost stage in it. Of an
 * application on a broker, threads that are not of Kafka Streams are told apart by their names.
 */
final class Profile {
    /** Making reports, and what Kafka's test driver does in a broker's place. */
    static final String HARNESS = "(test driver)";

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(2);
    /** How the threads of Kafka's clients are named. */
    private static final List<String> CLIENTS = List.of("kafka-producer-network-thread", "kafka-coordinator-heartbeat");

    private static final String STREAMS = "org.lamplight.streams.";
    private static final List<String> KAFKA_STREAMS = List.of("StreamTask", "RecordQueue", "StreamThread");
    /** What every stage uses. */
    private static final List<String> SHARED = List.of("state", "statistics");

    private final Map<String, Integer> samples = new TreeMap<>();
    private int all;

    /** Takes samples while something runs. */
    void record(Runnable work) {
        try (Recording recording = new Recording()) {
            Path file = Files.createTempFile("bench", ".jfr");
            recording.enable(SAMPLE).withPeriod(PERIOD);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            read(file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be written or read.", e);
        }
    }

    /** Adds the samples of a recording of Java's Flight Recorder. */
    void read(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    count(event);
                }
            }
        }
    }

    private void count(RecordedEvent sample) {
        String thread = sample.getThread("sampledThread").getJavaName();
        String part = CLIENTS.stream()
                .filter(thread::startsWith)
                .findFirst()
                .map(name -> "(threads of " + name + ")")
                .orElseGet(() -> stage(sample.getStackTrace().getFrames()));
        samples.merge(part, 1, Integer::sum);
        all++;
    }

    /** The share of the samples in each stage. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new TreeMap<>();
        samples.forEach((stage, count) -> shares.put(stage, (double) count / all));
        return shares;
    }

    private static String stage(List<RecordedFrame> innermostFirst) {
        for (RecordedFrame frame : innermostFirst) {
            String type = frame.getMethod().getType().getName();
            if (type.startsWith("org.apache.kafka.streams.Test")
                    || type.contains("TopologyTestDriver")
                    || type.startsWith("org.lamplight.bench")) {
                return HARNESS;
            }
            if (KAFKA_STREAMS.stream().anyMatch(type::contains)) {
                return isCommitting(innermostFirst) ? "(Kafka Streams: commits)" : "(Kafka Streams)";
            }
            String part = type.startsWith(STREAMS) ? part(type) : "";
            if (!part.isEmpty() && !SHARED.contains(part)) {
                return isSending(innermostFirst) ? part + ": rows" : part;
            }
        }
        return "(other)";
    }

    /** The package below that of the application, empty for its own. */
    private static String part(String type) {
        String below = type.substring(STREAMS.length()).replaceAll("\\$.*", "");
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : "";
    }

    private static boolean isCommitting(List<RecordedFrame> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.getMethod()
                                .getType()
                                .getName()
                                .startsWith("org.apache.kafka.streams.processor")
                        && frame.getMethod().getName().toLowerCase(Locale.ROOT).contains("commit"));
    }

    private static boolean isSending(List<RecordedFrame> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.getMethod().getName().startsWith("send")
                        && frame.getMethod().getType().getName().endsWith("Processor"));
    }
}
