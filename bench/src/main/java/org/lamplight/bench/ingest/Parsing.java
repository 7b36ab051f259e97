package org.lamplight.bench.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.servers.Took;

/**
 * Takes the file apart, in this process and without Kafka.
 *
 * @param work what is to be read
 */
record Parsing(Landing.Work work) implements Contender {
    @Override
    public String name() {
        return "FastCSV alone, no Kafka";
    }

    @Override
    public Took run(int round) throws IOException {
        Stopwatch watch = Stopwatch.start(
                () -> Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()),
                () -> Duration.ZERO);
        long rows = -1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(RetailFile.DELIMITER)
                .ofCsvRecord(Files.newBufferedReader(work.file(), RetailFile.CHARSET))) {
            for (CsvRecord record : reader) {
                rows += record.getFieldCount() / RetailFile.COLUMNS;
            }
        }
        if (rows != work.rows()) {
            throw new IllegalStateException(rows + " rows were read instead of " + work.rows() + ".");
        }
        return watch.took(rows);
    }
}
