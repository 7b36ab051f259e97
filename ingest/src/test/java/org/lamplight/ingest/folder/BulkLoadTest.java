package org.lamplight.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads inboxes of many files, and large files, in a process whose heap is small. Short by default;
 * docs/RELIABILITY.md has the long form, whose size comes from {@code lamplight.files.count} and {@code
 * lamplight.files.rows}.
 */
class BulkLoadTest {
    private static final String FILES_TO_READ = System.getProperty("lamplight.files.count", "300");
    private static final String ROWS = System.getProperty("lamplight.files.rows", "500000");

    @TempDir
    Path root;

    @Test
    void shouldReadAnInboxOf100000FilesInASmallHeap() throws Exception {
        load("-Xmx96m", "100000", "1", FILES_TO_READ);
    }

    @Test
    void shouldReadALargeFileInASmallHeap() throws Exception {
        load("-Xmx96m", "1", ROWS, "1");
    }

    private void load(String heap, String files, String rows, String wanted) throws IOException, InterruptedException {
        // Where tests run with a class path of one jar that names the others, surefire keeps the real one here.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        heap,
                        "-XX:+UseSerialGC",
                        "-cp",
                        classPath,
                        BulkLoad.class.getName(),
                        root.resolve("load").toString(),
                        files,
                        rows,
                        wanted))
                .redirectErrorStream(true)
                .start();
        System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertThat(process.waitFor()).as("exit code").isZero();
    }
}
