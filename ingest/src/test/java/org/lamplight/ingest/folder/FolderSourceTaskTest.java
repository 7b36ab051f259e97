package org.lamplight.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.ingest.source.Concerns.HEADER;
import static org.lamplight.ingest.source.Concerns.badRow;
import static org.lamplight.ingest.source.Concerns.rejections;
import static org.lamplight.ingest.source.Concerns.reports;
import static org.lamplight.ingest.source.Concerns.rows;
import static org.lamplight.ingest.source.Concerns.skippedRow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lamplight.ingest.source.FakeWorker;
import org.lamplight.ingest.source.ReportRecords;

class FolderSourceTaskTest {
    @TempDir
    Path root;

    @Test
    void shouldTurnRowsIntoRecordsAndMoveTheFile() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 4));

        List<SourceRecord> records = scene.worker().drain();

        assertThat(reports(records)).hasSize(3).doesNotHaveDuplicates();
        assertThat(rejections(records)).isEmpty();
        assertThat(scene.waiting()).isEmpty();
        assertThat(scene.names("done")).containsExactly("a.csv");
        assertThat(scene.names(".claimed")).isEmpty();
    }

    @Test
    void shouldSayWhereEachRecordComesFrom() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 3));

        SourceRecord record = scene.worker().drain().get(1);

        Struct report = ((Struct) record.value()).getStruct("report");
        assertThat(record.key()).isEqualTo("tests/" + report.getString("reportId"));
        assertThat(record.headers().lastWithName(ReportRecords.FILE).value()).isEqualTo("a.csv");
        assertThat(record.headers().lastWithName(ReportRecords.LINE).value()).isEqualTo(3L);
        assertThat((String) record.headers().lastWithName(ReportRecords.SHA256).value())
                .matches("[0-9a-f]{64}")
                .isEqualTo(record.sourcePartition().get("sha256"));
        assertThat(record.timestamp()).isNull();
    }

    @Test
    void shouldRejectBadRowsInTheirPlaceAndTakeTheRest() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 2) + badRow(2) + "3\n" + rows(4, 5) + badRow(5));

        List<SourceRecord> records = scene.worker().drain();

        assertThat(reports(records)).hasSize(2);
        assertThat(rejections(records))
                .containsExactly("a.csv:3 location.zero", "a.csv:4 row.column-count", "a.csv:6 location.zero");
        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldTakeNothingFromAFileThatComesAgainUnderAnyName() {
        Scene scene = new Scene(root);
        FakeWorker worker = scene.worker();
        scene.drop("a.csv", HEADER + rows(1, 4));
        worker.drain();
        scene.drop("a.csv", HEADER + rows(1, 4));
        scene.touch(scene.drop("b.csv", HEADER + rows(1, 4)), Scene.NOW.minus(Duration.ofDays(9)));

        List<SourceRecord> records = worker.drain();

        assertThat(records).hasSize(3);
        assertThat(scene.names("done")).hasSize(3).contains("a.csv", "b.csv");
        assertThat(scene.waiting()).isEmpty();
    }

    @Test
    void shouldTakeOneOfTwoEqualFilesThatCameTogether() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 4));
        scene.drop("b.csv", HEADER + rows(1, 4));

        assertThat(scene.worker().drain()).hasSize(3);
        assertThat(scene.names("done")).containsExactly("a.csv", "b.csv");
    }

    @Test
    void shouldMoveAFileOnlyOnceItsRecordsAreCommitted() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 4));
        FakeWorker worker = scene.worker();

        worker.poll();
        worker.poll();

        assertThat(scene.names("done")).isEmpty();
        worker.commit();
        worker.poll();
        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldMoveCommittedFilesWhenItStops() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 4));
        FakeWorker worker = scene.worker();
        worker.poll();

        worker.stop();

        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldMoveAFileOfWhichNothingIsTaken() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + skippedRow(1));
        scene.drop("b.csv", HEADER);

        assertThat(scene.worker().drain()).isEmpty();
        assertThat(scene.names("done")).containsExactly("a.csv", "b.csv");
    }

    @Test
    void shouldMarkTheLastRecordEvenWhenSkippedRowsFollow() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 3) + skippedRow(3));

        List<SourceRecord> records = scene.worker().drain();

        assertThat(records).hasSize(2);
        assertThat(records.get(0).sourceOffset().get("complete")).isEqualTo(false);
        assertThat(records.get(1).sourceOffset().get("complete")).isEqualTo(true);
    }

    @Test
    void shouldResumeInTheMiddleOfAFile() {
        Scene scene = new Scene(root).with("batch.rows", 4);
        scene.drop("a.csv", HEADER + rows(1, 11));
        FakeWorker worker = scene.worker();
        worker.poll();
        worker.commit();
        worker.poll();

        worker.crash();

        assertThat(reports(worker.drain())).hasSize(10).doesNotHaveDuplicates();
        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldNotReadAFileAgainWhoseMoveTheCrashForestalled() {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 4));
        scene.drop("b.csv", "");
        FakeWorker worker = scene.worker();
        worker.poll();
        worker.commitUntold();

        worker.crash();

        assertThat(worker.drain()).hasSize(4);
        assertThat(scene.names("done")).containsExactly("a.csv");
        assertThat(scene.names("failed")).containsExactly("b.csv");
    }

    @Test
    void shouldRefuseAFileAsAWholeOnce() {
        Scene scene = new Scene(root);
        scene.drop("empty.csv", "");
        scene.drop("other.csv", HEADER.replace(',', ';') + "1;2\n");

        List<SourceRecord> records = scene.worker().drain();

        assertThat(rejections(records))
                .containsExactlyInAnyOrder("empty.csv:0 file.empty", "other.csv:0 file.columns-missing");
        assertThat(scene.names("failed")).containsExactly("empty.csv", "other.csv");
    }

    @Test
    void shouldRefuseWhatIsNoFileAndReadOn() throws IOException, InterruptedException {
        Scene scene = new Scene(root);
        Path outside = Files.writeString(root.resolve("secret.csv"), HEADER + rows(7, 8));
        Files.createSymbolicLink(scene.inbox.resolve("out.csv"), outside);
        Files.createSymbolicLink(scene.inbox.resolve("in.csv"), Path.of("a.csv"));
        Files.createDirectories(scene.inbox.resolve("folder/inner"));
        new ProcessBuilder("mkfifo", scene.inbox.resolve("pipe.csv").toString())
                .start()
                .waitFor();
        scene.drop("a.csv", HEADER + rows(1, 3));
        scene.clock.add(Duration.ofDays(20_000));

        List<SourceRecord> records = scene.worker().drain();

        assertThat(reports(records)).hasSize(2);
        assertThat(rejections(records))
                .containsExactlyInAnyOrder(
                        "folder:0 file.not-a-file",
                        "in.csv:0 file.not-a-file",
                        "out.csv:0 file.outside-inbox",
                        "pipe.csv:0 file.not-a-file");
        assertThat(scene.names("failed")).containsExactly("folder", "in.csv", "out.csv", "pipe.csv");
        assertThat(outside).exists();
        assertThat(scene.inbox.resolve("failed/folder/inner")).exists();
    }

    @Test
    void shouldWaitUntilAFileRests() throws IOException {
        Scene scene = new Scene(root).with("settle.ms", 10_000).with("poll.interval.ms", 1_000);
        FakeWorker worker = scene.worker();
        Path file = scene.drop("a.csv", HEADER + rows(1, 2));
        for (int number = 2; number < 6; number++) {
            scene.touch(file, scene.clock.instant());
            worker.poll();
            worker.poll();
            Files.writeString(file, rows(number, number + 1), StandardOpenOption.APPEND);
        }
        assertThat(scene.waiting()).containsExactly("a.csv");

        List<SourceRecord> records = drainLong(worker, scene);

        assertThat(reports(records)).hasSize(5);
        assertThat(scene.store.partitions()).isEqualTo(1);
    }

    @Test
    void shouldNotTakeAFileThatItsWriterStillNamesUnfinished() {
        Scene scene = new Scene(root);
        scene.drop(".a.csv", HEADER + rows(1, 2));
        scene.drop("b.csv.part", HEADER + rows(2, 3));

        assertThat(scene.worker().drain()).isEmpty();
        assertThat(scene.waiting()).containsExactly(".a.csv", "b.csv.part");
    }

    @Test
    void shouldLoseNoRowThatIsAppendedWhileTheFileIsRead() throws IOException {
        Scene scene = new Scene(root).with("batch.rows", 2);
        scene.drop("a.csv", HEADER + rows(1, 8));
        FakeWorker worker = scene.worker();
        worker.poll();
        Path claimed = onlyClaimed(scene);
        Files.writeString(claimed, rows(8, 10), StandardOpenOption.APPEND);

        List<SourceRecord> records = drainLong(worker, scene);

        assertThat(reports(records).stream().distinct()).hasSize(9);
        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldLoseNoRowThatIsAppendedBeforeTheFileIsMoved() throws IOException {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 8));
        FakeWorker worker = scene.worker();
        worker.poll();
        Files.writeString(onlyClaimed(scene), rows(8, 10), StandardOpenOption.APPEND);

        List<SourceRecord> records = drainLong(worker, scene);

        assertThat(reports(records).stream().distinct()).hasSize(9);
        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldReadAFileAgainThatIsCutShortWhileItIsRead() throws IOException {
        Scene scene = new Scene(root).with("batch.rows", 100);
        scene.drop("a.csv", HEADER + rows(1, 8_000));
        FakeWorker worker = scene.worker();
        worker.poll();
        Files.writeString(onlyClaimed(scene), HEADER + rows(1, 5), StandardOpenOption.TRUNCATE_EXISTING);
        drainLong(worker, scene);
        scene.drop("a.csv", HEADER + rows(1, 8_000));

        List<SourceRecord> records = drainLong(worker, scene);

        assertThat(reports(records).stream().distinct()).hasSize(7_999);
        assertThat(rejections(records)).isEmpty();
        assertThat(scene.names(".claimed")).isEmpty();
    }

    @Test
    void shouldTakeWhatAFileSaysInTheEndThatIsOverwrittenWhileItIsRead() throws IOException {
        Scene scene = new Scene(root).with("batch.rows", 100);
        scene.drop("a.csv", HEADER + rows(1, 8_000));
        FakeWorker worker = scene.worker();
        worker.poll();
        Files.writeString(onlyClaimed(scene), HEADER + rows(8_000, 8_010));

        List<SourceRecord> records = drainLong(worker, scene);

        assertThat(reports(records).stream().distinct())
                .hasSizeGreaterThan(10)
                .containsAll(reports(alone(HEADER + rows(8_000, 8_010))));
        assertThat(scene.names("done")).containsExactly("a.csv");
        assertThat(scene.names(".claimed")).isEmpty();
    }

    @Test
    void shouldSayThatAFileWasTakenAwayWhileItWasRead() throws IOException {
        Scene scene = new Scene(root).with("batch.rows", 2);
        scene.drop("a.csv", HEADER + rows(1, 10) + badRow(10));
        FakeWorker worker = scene.worker();
        worker.poll();
        Files.delete(onlyClaimed(scene));

        List<SourceRecord> records = worker.drain();

        assertThat(rejections(records)).contains("a.csv:0 file.taken-away");
        assertThat(scene.names(".claimed")).isEmpty();
        scene.drop("a.csv", HEADER + rows(1, 10) + badRow(10));
        assertThat(reports(worker.drain())).hasSize(9).doesNotHaveDuplicates();
        assertThat(rejections(scene.store.records()))
                .containsExactlyInAnyOrder("a.csv:0 file.taken-away", "a.csv:11 location.zero");
        assertThat(scene.names("done")).containsExactly("a.csv");
    }

    @Test
    void shouldNotMindAFileThatIsTakenAwayAfterItWasRead() throws IOException {
        Scene scene = new Scene(root);
        scene.drop("a.csv", HEADER + rows(1, 4));
        FakeWorker worker = scene.worker();
        worker.poll();
        worker.poll();
        Files.delete(onlyClaimed(scene));

        List<SourceRecord> records = worker.drain();

        assertThat(reports(records)).hasSize(3);
        assertThat(rejections(records)).isEmpty();
        assertThat(scene.names(".claimed")).isEmpty();
    }

    @Test
    void shouldNotPauseBetweenFilesThatCameBefore() {
        Scene scene = new Scene(root);
        scene.drop("first.csv", HEADER + rows(1, 2));
        FakeWorker worker = scene.worker();
        worker.drain();
        for (int number = 0; number < 200; number++) {
            scene.drop("again-" + number + ".csv", HEADER + rows(1, 2));
        }
        Instant before = scene.clock.instant();

        for (int poll = 0; poll < 4; poll++) {
            worker.poll();
        }

        assertThat(scene.names("done")).hasSize(201);
        assertThat(Duration.between(before, scene.clock.instant())).isLessThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void shouldTakeBothAFileAndTheOneThatReplacesItUnderItsName() {
        Scene scene = new Scene(root).with("batch.rows", 2);
        scene.drop("a.csv", HEADER + rows(1, 8));
        FakeWorker worker = scene.worker();
        worker.poll();
        scene.drop("a.csv", HEADER + rows(8, 10));

        assertThat(reports(worker.drain())).hasSize(9).doesNotHaveDuplicates();
        assertThat(scene.names("done")).hasSize(2).contains("a.csv");
    }

    @Test
    void shouldTakeOnlyTheFilesOfItsPattern() {
        Scene scene = new Scene(root).with("files", "mine-*.csv");
        scene.drop("mine-1.csv", HEADER + rows(1, 2));
        scene.drop("other.csv", HEADER + rows(2, 3));

        assertThat(scene.worker().drain()).hasSize(1);
        assertThat(scene.waiting()).containsExactly("other.csv");
    }

    @Test
    void shouldReadTheOldestFileFirst() {
        Scene scene = new Scene(root);
        scene.touch(scene.drop("a.csv", HEADER + badRow(1)), Scene.NOW.minusSeconds(100));
        scene.touch(scene.drop("b.csv", HEADER + badRow(2)), Scene.NOW.minusSeconds(200));

        assertThat(rejections(scene.worker().drain()))
                .containsExactly("b.csv:2 location.zero", "a.csv:2 location.zero");
    }

    @Test
    void shouldCountExactRepeatsInOneFileAsEvents() {
        Scene scene = new Scene(root);
        scene.with("mapping", "streetsafe").with("areas.book", "northamptonshire");
        String row = "04/01/2026 22:00,04/01/2026,21:00,52.2405,-0.9027,Badly lit,,Yes,,,\n";
        scene.drop(
                "streetsafe-1.csv",
                "\ufeffSubmitted,Date,Time,Latitude,Longitude,Place reasons,Behaviour reasons,Reported to police,"
                        + "Age range,Gender,Ethnicity\n" + row + row);

        assertThat(reports(scene.worker().drain())).hasSize(2).doesNotHaveDuplicates();
    }

    /** Polls and commits over a long time, so that everything has rested. */
    private static List<SourceRecord> drainLong(FakeWorker worker, Scene scene) {
        worker.drain();
        scene.clock.add(Duration.ofDays(20_000));
        return worker.drain();
    }

    /** The records of a file that nobody disturbs. */
    private List<SourceRecord> alone(String text) throws IOException {
        Scene scene = new Scene(Files.createDirectory(root.resolve("alone")));
        scene.drop("alone.csv", text);
        return scene.worker().drain();
    }

    private static Path onlyClaimed(Scene scene) throws IOException {
        try (var files =
                Files.find(scene.inbox.resolve(".claimed"), 2, (path, attributes) -> attributes.isRegularFile())) {
            return files.findFirst().orElseThrow();
        }
    }
}
