import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Prints what a council is released, as it is released. Arguments: a file of settings, then topics. With {@code --once} before
 * them it ends when it has read what there is.
 *
 * <p>Each row stands by itself: store it under area, category, period and first day, and let the higher revision win.
 */
public final class Subscriber {
    private Subscriber() {}

    /** Runs until it is stopped. */
    public static void main(String[] arguments) throws IOException {
        boolean once = arguments[0].equals("--once");
        List<String> rest = Arrays.asList(arguments).subList(once ? 1 : 0, arguments.length);
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(rest.get(0)))) {
            settings.load(file);
        }
        try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(rest.subList(1, rest.size()));
            do {
                for (ConsumerRecord<String, GenericRecord> each : consumer.poll(Duration.ofSeconds(1))) {
                    System.out.println(line(each.value()));
                }
                // Only now: what was not stored is read again after a crash.
                consumer.commitSync();
            } while (!once || !isAtTheEnd(consumer));
        }
    }

    private static boolean isAtTheEnd(KafkaConsumer<?, ?> consumer) {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        return !ends.isEmpty()
                && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static String line(GenericRecord row) {
        return "%s revision %s: %s, %s, %s to %s: %s"
                .formatted(
                        row.get("release"),
                        row.get("revision"),
                        row.get("areaName"),
                        row.get("category"),
                        date(row.get("firstDay")),
                        date(row.get("lastDay")),
                        (boolean) row.get("withheld") ? "withheld" : row.get("count"));
    }

    /** Avro counts days from 1970-01-01. */
    private static LocalDate date(Object days) {
        return LocalDate.ofEpochDay((int) days);
    }
}
