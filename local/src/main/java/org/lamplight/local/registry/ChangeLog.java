package org.lamplight.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.lamplight.local.parts.StartException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The changes in a file, a line of JSON each, on the disk before anyone is told of them. A last line that a crash cut
 * short was never acknowledged and is dropped; anything else that cannot be read stops the start. Not thread-safe.
 */
final class ChangeLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeLog.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final FileChannel channel;
    private long end;

    private ChangeLog(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static ChangeLog open(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = directory.resolve("schemas.jsonl");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        force(directory);
        return new ChangeLog(file, channel);
    }

    /** Every change so far, oldest first. Called once, before the first {@link #append}. */
    List<Change> read() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        List<Change> changes = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                changes.add(parse(new String(bytes, start, i - start, StandardCharsets.UTF_8), changes.size() + 1));
                start = i + 1;
            }
        }
        end = start;
        if (start < bytes.length) {
            LOG.warn("Dropping the unfinished last line of {}, which nobody was told of", file);
            channel.truncate(end);
            channel.force(true);
        }
        return changes;
    }

    /** Writes a change; when this returns, it survives a crash. After a failure the next call writes in its place. */
    void append(Change change) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(JSON.writeValueAsBytes(change));
        line.write('\n');
        channel.truncate(end);
        ByteBuffer buffer = ByteBuffer.wrap(line.toByteArray());
        long position = end;
        while (buffer.hasRemaining()) {
            position += channel.write(buffer, position);
        }
        channel.force(false);
        end = position;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private Change parse(String line, int lineNumber) {
        try {
            return JSON.readValue(line, Change.class);
        } catch (JsonProcessingException e) {
            throw new StartException(
                    "Line " + lineNumber + " of the schema registry's log " + file
                            + " is damaged. Restore the file from a"
                            + " backup; the schemas in it are what gives the records on the topics their meaning.",
                    e);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
