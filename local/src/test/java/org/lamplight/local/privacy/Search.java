package org.lamplight.local.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Looks for words in whatever a Lamplight keeps, byte by byte.
 *
 * @param words what is looked for, a character for each byte
 */
record Search(List<String> words) {
    private static final String TABLES = """
            select format('%I.%I', schemaname, tablename) from pg_tables
            where schemaname not in ('pg_catalog', 'information_schema')
            """;

    Search {
        words = List.copyOf(words);
    }

    /** Records of any topic, internal ones too, that have a word in their key, value or headers. */
    long inTopics(Map<String, String> client) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put("isolation.level", "read_uncommitted");
        settings.put("exclude.internal.topics", "false");
        var bytes = new ByteArrayDeserializer();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            List<TopicPartition> partitions = consumer.listTopics().values().stream()
                    .flatMap(List::stream)
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long hits = 0;
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> found : consumer.poll(Duration.ofMillis(200))) {
                    hits += isIn(found) ? 1 : 0;
                }
            }
            return hits;
        }
    }

    /** Rows of any table that have a word in them. */
    long inTables(String url, String user, String password) {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            long hits = 0;
            for (String table : column(connection, TABLES)) {
                hits += column(connection, "select whole::text from " + table + " as whole").stream()
                        .filter(this::isIn)
                        .count();
            }
            return hits;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Files under a directory that have a word in them. */
    List<Path> inFiles(Path root, Predicate<Path> which) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(which)
                    .filter(this::isIn)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isIn(ConsumerRecord<byte[], byte[]> found) {
        if (isIn(found.key()) || isIn(found.value())) {
            return true;
        }
        for (Header header : found.headers()) {
            if (isIn(header.value())) {
                return true;
            }
        }
        return false;
    }

    private boolean isIn(Path file) {
        try {
            return isIn(Files.readAllBytes(file));
        } catch (NoSuchFileException gone) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isIn(byte[] bytes) {
        return bytes != null && isIn(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private boolean isIn(String text) {
        return words.stream().anyMatch(text::contains);
    }

    /** The first values of a query's rows. */
    static List<String> rows(String url, String user, String password, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return column(connection, sql);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                values.add(rows.getString(1));
            }
        }
        return values;
    }
}
