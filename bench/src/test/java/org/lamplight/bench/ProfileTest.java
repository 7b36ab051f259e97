package org.lamplight.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {
    private static final String STREAMS_THREAD =
            "[full-0-StreamThread-1 tid=7];start_thread;org/apache/kafka/streams/processor/internals/StreamThread.run;";

    @TempDir
    private Path directory;

    @Test
    void shouldReadStacksAsAsyncProfilerCollapsesThem() throws IOException {
        Path samples = Files.writeString(
                directory.resolve("full-0.collapsed"),
                String.join(
                        "\n",
                        STREAMS_THREAD + "org/lamplight/streams/register/Register.process;org/rocksdb/RocksDB.get;"
                                + "rocksdb::DBImpl::Get;__pread64 3",
                        STREAMS_THREAD + "org/lamplight/streams/trend/TrendProcessor$$Lambda$1.0x7f.accept;"
                                + "java/util/HashMap.putVal 2",
                        STREAMS_THREAD + "org/lamplight/streams/trend/TrendProcessor.send;"
                                + "org/lamplight/streams/trend/TrendRows.row 1",
                        STREAMS_THREAD + "org/apache/kafka/streams/processor/internals/StreamThread.maybeCommit;"
                                + "org/apache/kafka/streams/processor/internals/StreamTask.flush 1",
                        "[C2 CompilerThre tid=8];clone3;Compile::Compile 3",
                        ""));
        Profile profile = new Profile();

        profile.read(samples);

        assertThat(profile.shares())
                .isEqualTo(Map.of(
                        "RocksDB: get", 0.3,
                        "trend", 0.2,
                        "trend: rows", 0.1,
                        "(Kafka Streams: commits)", 0.1,
                        "(compilers)", 0.3));
    }
}
