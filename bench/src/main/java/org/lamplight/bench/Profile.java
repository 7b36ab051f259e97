package org.lamplight.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Which stage of the topology the time goes to: samples of the stack, each put down to the innermost stage in it, or to RocksDB.
 * Of an application on a broker, threads that are not of Kafka Streams are told apart by their names.
 */
final class Profile {
    /** Making reports, and what Kafka's test driver does in a broker's place. */
    static final String HARNESS = "(test driver)";

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration PERIOD = Duration.ofMillis(2);
    private static final int PERCENT = 100;
    /** By how their names begin. */
    private static final Map<String, String> THREADS = Map.of(
            "kafka-producer-network-thread", "(producers' threads)",
            "kafka-coordinator-heartbeat", "(consumers' threads)",
            "C1 Compiler", "(compilers)",
            "C2 Compiler", "(compilers)",
            "VM Thread", "(garbage collector)");

    private static final String ROCKSDB = "org.rocksdb.RocksDB";
    private static final Pattern COLLAPSED = Pattern.compile("\\[(?<thread>.*)\\];(?<frames>.*) (?<count>\\d+)");
    private static final String STREAMS = "org.lamplight.streams.";
    private static final List<String> KAFKA_STREAMS = List.of("StreamTask", "RecordQueue", "StreamThread");
    /** What every stage uses. */
    private static final List<String> SHARED = List.of("state", "statistics");

    private final Map<String, Integer> samples = new TreeMap<>();
    private int all;

    private record Frame(String type, String method) {
        static Frame of(RecordedFrame frame) {
            return new Frame(
                    frame.getMethod().getType().getName(), frame.getMethod().getName());
        }

        /** As async-profiler writes it; one that is not Java's has no type. */
        static Frame parse(String text) {
            int end = text.lastIndexOf('.');
            return new Frame(text.substring(0, Math.max(0, end)).replace('/', '.'), text.substring(end + 1));
        }
    }

    /** Prints the shares of a file with samples, see {@link #read}. */
    public static void main(String[] args) throws IOException {
        Profile profile = new Profile();
        profile.read(Path.of(args[0]));
        profile.print("part");
    }

    /** Takes samples while something runs. */
    void record(Runnable work) {
        try (Recording recording = new Recording()) {
            Path file = Files.createTempFile("bench", ".jfr");
            recording.enable(SAMPLE).withPeriod(PERIOD);
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            readRecording(file);
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The samples cannot be written or read.", e);
        }
    }

    /**
     * Adds the samples of a file: a recording of Java's Flight Recorder ({@code .jfr}), or stacks as async-profiler collapses them,
     * with threads. Only those show what is not written in Java.
     */
    void read(Path file) throws IOException {
        if (file.toString().endsWith(".jfr")) {
            readRecording(file);
        } else {
            try (Stream<String> lines = Files.lines(file)) {
                lines.map(COLLAPSED::matcher).filter(Matcher::matches).forEach(this::countCollapsed);
            }
        }
    }

    private void readRecording(Path recording) throws IOException {
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getEventType().getName().equals(SAMPLE)) {
                    count(
                            event.getThread("sampledThread").getJavaName(),
                            event.getStackTrace().getFrames().stream()
                                    .map(Frame::of)
                                    .toList(),
                            1);
                }
            }
        }
    }

    private void countCollapsed(Matcher line) {
        List<Frame> frames = new ArrayList<>(
                Stream.of(line.group("frames").split(";")).map(Frame::parse).toList());
        Collections.reverse(frames);
        count(line.group("thread"), frames, Integer.parseInt(line.group("count")));
    }

    private void count(String thread, List<Frame> innermostFirst, int times) {
        String part = THREADS.entrySet().stream()
                .filter(known -> thread.startsWith(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> stage(innermostFirst));
        samples.merge(part, times, Integer::sum);
        all += times;
    }

    /** The share of the samples in each stage. */
    Map<String, Double> shares() {
        Map<String, Double> shares = new TreeMap<>();
        samples.forEach((stage, count) -> shares.put(stage, (double) count / all));
        return shares;
    }

    /** Prints them as a table, the largest first. */
    void print(String what) {
        System.out.printf("%n| %s | share |%n|---|---:|%n", what);
        shares().entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                .forEach(stage -> System.out.printf(
                        Locale.ROOT, "| %s | %.0f %% |%n", stage.getKey(), PERCENT * stage.getValue()));
    }

    private static String stage(List<Frame> innermostFirst) {
        for (Frame frame : innermostFirst) {
            String type = frame.type();
            if (type.equals(ROCKSDB)) {
                return "RocksDB: " + frame.method();
            }
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

    private static boolean isCommitting(List<Frame> frames) {
        return frames.stream()
                .anyMatch(frame -> frame.type().startsWith("org.apache.kafka.streams.processor")
                        && frame.method().toLowerCase(Locale.ROOT).contains("commit"));
    }

    private static boolean isSending(List<Frame> frames) {
        return frames.stream()
                .anyMatch(frame ->
                        frame.method().startsWith("send") && frame.type().endsWith("Processor"));
    }
}
