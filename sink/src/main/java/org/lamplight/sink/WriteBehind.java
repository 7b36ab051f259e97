package org.lamplight.sink;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Writes a batch while the worker reads the next. Never do two threads use the writer at once: whoever wants it, or what it
 * knows, waits first ({@link #rest}).
 */
final class WriteBehind implements AutoCloseable {
    private final BatchWriter writer;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(WriteBehind::daemon);
    private Collection<SinkRecord> unwritten = List.of();
    private CompletableFuture<Void> attempt;

    /** Lets a writer write. */
    WriteBehind(BatchWriter writer) {
        this.writer = writer;
    }

    /** Begins to write a batch; the one before must be written or forgotten. */
    void begin(Collection<SinkRecord> records) {
        unwritten = records;
        attempt = CompletableFuture.runAsync(() -> writer.write(records), thread);
    }

    /** Waits until nothing is being written. */
    void rest() {
        if (attempt != null) {
            attempt.exceptionally(failed -> null).join();
        }
    }

    /**
     * Waits, and says once what failed.
     *
     * @throws DatabaseFailure if the database does not take the batch now; never of kind DATA
     */
    void settle() {
        CompletableFuture<Void> begun = attempt;
        attempt = null;
        try {
            if (begun != null) {
                begun.join();
                unwritten = List.of();
            }
        } catch (CompletionException e) {
            // Whatever else it is, finish comes upon it again, in the worker's thread.
            if (e.getCause() instanceof DatabaseFailure failure && failure.kind() != DatabaseFailure.Kind.DATA) {
                throw failure;
            }
        }
    }

    /**
     * Writes now what could not be written behind, without the records that the database refuses.
     *
     * @throws DatabaseFailure if the database does not take it now; never of kind DATA
     */
    void finish() {
        if (!unwritten.isEmpty()) {
            writer.writeOrSetAside(unwritten);
            unwritten = List.of();
        }
    }

    /** Lets go of what could not be written: it is read again. */
    void forget() {
        unwritten = List.of();
    }

    @Override
    public void close() {
        thread.shutdown();
        rest();
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "lamplight-write-behind");
        thread.setDaemon(true);
        return thread;
    }
}
