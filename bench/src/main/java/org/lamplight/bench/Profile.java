package org.lamplight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Which stage of the topology the time goes to: samples of the stack, each put down to the innermost stage in it. */
final class Profile {
    /** Making reports, and what Kafka's test driver does in a broker's place. */
    static final String HARNESS = "(test driver)";

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(2);
    private static final String STREAMS = "org.lamplight.streams.";
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
            RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().equals(SAMPLE))
                    .forEach(this::count);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be written or read.", e);
        }
    }

    private void count(RecordedEvent sample) {
        samples.merge(stage(sample.getStackTrace().getFrames()), 1, Integer::sum);
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
            if (type.contains("StreamTask") || type.contains("RecordQueue")) {
                return "(Kafka Streams)";
            }
            String part = type.startsWith(STREAMS) ? part(type) : "";
            if (!part.isEmpty() && !SHARED.contains(part)) {
                return isSending(innermostFirst) ? part + ": rows" : part;
            }
        }
        return HARNESS;
    }

    /** The package below that of the application, empty for its own. */
    private static String part(String type) {
        String below = type.substring(STREAMS.length()).replaceAll("\\$.*", "");
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : "";
    }

    private static boolean isSending(List<RecordedFrame> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.getMethod().getName().startsWith("send")
                        && frame.getMethod().getType().getName().endsWith("Processor"));
    }
}
