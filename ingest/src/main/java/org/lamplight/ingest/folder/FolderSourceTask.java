package org.lamplight.ingest.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;
import org.lamplight.ingest.folder.Exports.Started;
import org.lamplight.ingest.folder.Ledger.Settled;
import org.lamplight.ingest.mapping.Mapping;
import org.lamplight.ingest.mapping.RowMapper;
import org.lamplight.ingest.rows.RowReader;
import org.lamplight.ingest.source.Pause;
import org.lamplight.ingest.source.ReportRecords;
import org.lamplight.ingest.source.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the files of a folder: finds an export, reads its rows, maps them, and hands over their records. */
public final class FolderSourceTask extends SourceTask {
    private static final Logger LOG = LoggerFactory.getLogger(FolderSourceTask.class);

    private final Clock clock;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Pause pause;
    private final Ledger ledger = new Ledger();
    private FolderSettings settings;
    private RowMapper mapper;
    private ReportRecords records;
    private Partitions partitions;
    private Exports exports;
    private ExportReader current;

    /** A task as a worker makes it. */
    public FolderSourceTask() {
        this(Clock.systemUTC(), null);
    }

    FolderSourceTask(Clock clock, Pause pause) {
        this.clock = clock;
        this.pause = pause == null ? Pause.until(stopped) : pause;
    }

    @Override
    public String version() {
        return Version.current();
    }

    @Override
    public void start(Map<String, String> properties) {
        settings = FolderSettings.of(properties);
        mapper = settings.source().mapper(clock);
        records = settings.source().records(clock);
        partitions = new Partitions(settings.source().mapping().source());
        try {
            settings.folders().create();
        } catch (IOException e) {
            throw new ConnectException("The folders of the inbox cannot be made: " + e, e);
        }
        Resting resting = new Resting(settings.settle(), clock);
        Inbox inbox = new Inbox(settings.folders(), settings.files(), Share.of(properties), resting);
        exports = new Exports(settings.folders(), inbox, ledger, partitions, context.offsetStorageReader());
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        releaseCommitted();
        List<SourceRecord> batch = new ArrayList<>();
        int rows = 0;
        while (rows < settings.batchRows() && findExport()) {
            rows += readExport(settings.batchRows() - rows, batch);
        }
        if (rows == 0 && exports.idle()) {
            pause.pause(settings.pollInterval());
        }
        return batch.isEmpty() ? null : batch;
    }

    @Override
    public void commitRecord(SourceRecord record, RecordMetadata metadata) {
        ledger.committed(Partitions.sha256(record.sourcePartition()));
    }

    @Override
    public void stop() {
        stopped.countDown();
        if (current != null) {
            close(current);
        }
        if (exports != null) {
            releaseCommitted();
        }
    }

    private void releaseCommitted() {
        for (Settled settled : ledger.settle()) {
            exports.release(settled.export(), settled.fate());
        }
    }

    private boolean findExport() {
        if (current == null) {
            current = exports.next().map(this::open).orElse(null);
        }
        return current != null;
    }

    private ExportReader open(Started started) {
        return new ExportReader(
                started,
                () -> rows(started.export()),
                mapper.export(),
                records,
                partitions.of(started.export().origin()));
    }

    private RowReader rows(Export export) throws IOException {
        Mapping mapping = mapper.mapping();
        return RowReader.open(Files.newInputStream(export.path()), mapping.format(), mapping.requiredColumns());
    }

    private int readExport(int most, List<SourceRecord> batch) {
        int before = batch.size();
        int rows = current.read(most, batch);
        ledger.handedOver(current.export(), batch.size() - before);
        if (current.fate().isPresent()) {
            ledger.ended(current.export(), current.fate().get());
            close(current);
            current = null;
        }
        return rows;
    }

    private static void close(ExportReader reader) {
        try {
            reader.close();
        } catch (IOException e) {
            LOG.warn("{} could not be closed ({}).", reader.export().path(), e.toString());
        }
    }
}
