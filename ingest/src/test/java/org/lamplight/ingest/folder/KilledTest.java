package org.lamplight.ingest.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lamplight.ingest.source.Concerns.HEADER;
import static org.lamplight.ingest.source.Concerns.badRow;
import static org.lamplight.ingest.source.Concerns.rejections;
import static org.lamplight.ingest.source.Concerns.reports;
import static org.lamplight.ingest.source.Concerns.rows;
import static org.lamplight.ingest.source.Concerns.skippedRow;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lamplight.ingest.source.FakeWorker;

/** Whenever the process dies, each row is committed exactly once. */
class KilledTest {
    private static final int FILES = 12;
    private static final int ROWS = 40;

    @TempDir
    Path root;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void shouldCommitEachRowOnceHoweverOftenItIsKilled(long seed) {
        Random random = new Random(seed);
        Scene scene = new Scene(root).with("batch.rows", 1 + random.nextInt(60));
        FakeWorker worker = scene.worker();

        for (int step = 0, dropped = 0; step < 100 || dropped < FILES; step++) {
            if (dropped < FILES && random.nextInt(4) == 0) {
                drop(scene, dropped++);
            }
            live(worker, random);
        }
        worker.drain();

        assertThat(reports(scene.store.records())).hasSize(FILES * ROWS).doesNotHaveDuplicates();
        assertThat(rejections(scene.store.records())).hasSize(FILES).doesNotHaveDuplicates();
        assertThat(scene.names("done")).hasSize(FILES);
        assertThat(scene.waiting()).isEmpty();
        assertThat(scene.names(".claimed")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldShareTheFilesBetweenTasksThatDieIndependently(long seed) {
        Random random = new Random(seed);
        Scene scene = new Scene(root).with("batch.rows", 15);
        List<FakeWorker> workers = List.of(scene.worker(0, 3), scene.worker(1, 3), scene.worker(2, 3));
        for (int file = 0; file < FILES; file++) {
            drop(scene, file);
        }

        for (int step = 0; step < 100; step++) {
            live(workers.get(random.nextInt(3)), random);
        }
        workers.forEach(FakeWorker::drain);

        assertThat(reports(scene.store.records())).hasSize(FILES * ROWS).doesNotHaveDuplicates();
        assertThat(scene.names("done")).hasSize(FILES);
    }

    /** As in a rolling restart, in which the tasks of a larger, then of a smaller number take over. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shouldLeaveNoFileBehindWhenTheNumberOfTasksChanges(long seed) {
        Random random = new Random(seed);
        Scene scene = new Scene(root).with("batch.rows", 15);
        int dropped = 0;

        for (int tasks : new int[] {2, 4, 1, 3}) {
            List<FakeWorker> workers = IntStream.range(0, tasks)
                    .mapToObj(task -> scene.worker(task, tasks))
                    .toList();
            for (int file = 0; file < FILES / 4; file++) {
                drop(scene, dropped++);
            }
            for (int step = 0; step < 10; step++) {
                live(workers.get(random.nextInt(tasks)), random);
            }
            workers.stream().filter(worker -> random.nextBoolean()).forEach(FakeWorker::stop);
        }
        scene.worker().drain();

        assertThat(reports(scene.store.records())).hasSize(FILES * ROWS).doesNotHaveDuplicates();
        assertThat(scene.names("done")).hasSize(FILES);
        assertThat(scene.names(".claimed")).isEmpty();
        assertThat(scene.waiting()).isEmpty();
    }

    /** What may happen to a worker: most often it works. */
    private static void live(FakeWorker worker, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> worker.crash();
            case 1 -> worker.commit();
            case 2 -> {
                worker.commitUntold();
                worker.crash();
            }
            case 3 -> {
                worker.stop();
                worker.start();
            }
            default -> worker.poll();
        }
    }

    private static void drop(Scene scene, int number) {
        int first = number * ROWS;
        int middle = first + ROWS / 2;
        scene.drop(
                "concerns-" + number + ".csv",
                HEADER + rows(first, middle) + badRow(9_999) + skippedRow(9_998) + rows(middle, first + ROWS));
    }
}
