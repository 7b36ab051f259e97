package org.lamplight.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Starts parts at the same time where none needs the other. */
final class Startup {
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> new Thread(task, "lamplight-start"));
    private final List<CompletableFuture<?>> begun = new ArrayList<>();
    private final StartListener listener;

    Startup(StartListener listener) {
        this.listener = listener;
    }

    /** Starts a part as soon as those that it needs are ready. */
    <T> CompletableFuture<T> begin(String part, Supplier<T> start, CompletableFuture<?>... needed) {
        CompletableFuture<T> ready =
                CompletableFuture.allOf(needed).thenApplyAsync(nothing -> timed(part, start), threads);
        begun.add(ready);
        return ready;
    }

    /**
     * Waits for all of them.
     *
     * @throws InterruptedException if the start is to be given up; what has not started yet then fails
     */
    void await() throws InterruptedException {
        try {
            CompletableFuture.allOf(begun.toArray(CompletableFuture[]::new)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new CompletionException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private <T> T timed(String part, Supplier<T> start) {
        long began = System.nanoTime();
        T started = start.get();
        listener.ready(part, Duration.ofNanos(System.nanoTime() - began));
        return started;
    }
}
