package org.lamplight.local.access;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.lamplight.schemas.Topics;

/** Writes as Connect does, one record after the other, and measures how long each takes to be acknowledged. */
final class Pulse implements AutoCloseable {
    private static final int LEAST = 50;

    private final KafkaProducer<String, String> producer;
    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::beat, "pulse");
    private volatile boolean stopped;

    Pulse(SecuredBroker broker) {
        producer = new KafkaProducer<>(broker.part(Principals.CONNECT), new StringSerializer(), new StringSerializer());
        thread.start();
    }

    /** Prints what was measured since the last time; waits for enough beats, which come only if the broker answers. */
    void print(String when) throws InterruptedException {
        while (nanos.size() < LEAST && thread.isAlive()) {
            Thread.onSpinWait();
        }
        if (failure.get() != null) {
            throw new AssertionError("A part of Lamplight cannot write", failure.get());
        }
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        nanos.clear();
        System.out.printf(
                "[access] a part's writes %s: %d, p50 %.1f ms, p95 %.1f ms%n",
                when, sorted.length, sorted[sorted.length / 2] / 1e6, sorted[sorted.length * 95 / 100] / 1e6);
    }

    private void beat() {
        try {
            while (!stopped) {
                long began = System.nanoTime();
                producer.send(new ProducerRecord<>(Topics.REJECTED.name(), "key", "value"))
                        .get();
                nanos.add(System.nanoTime() - began);
            }
        } catch (ExecutionException | InterruptedException | RuntimeException e) {
            failure.set(e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        producer.close();
    }
}
