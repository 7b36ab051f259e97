package org.lamplight.bench.servers;

import java.time.Duration;
import java.util.function.Supplier;

/** Takes time on the clock and processor time, from when it is made. */
public final class Stopwatch {
    private final Supplier<Duration> cpu;
    private final Supplier<Duration> serverCpu;
    private final Duration cpuBefore;
    private final Duration serverCpuBefore;
    private final long began = System.nanoTime();

    private Stopwatch(Supplier<Duration> cpu, Supplier<Duration> serverCpu) {
        this.cpu = cpu;
        this.serverCpu = serverCpu;
        this.cpuBefore = cpu.get();
        this.serverCpuBefore = serverCpu.get();
    }

    /** Started now, for a contender and a server that say how much processor time they have had. */
    public static Stopwatch start(Supplier<Duration> cpu, Supplier<Duration> serverCpu) {
        return new Stopwatch(cpu, serverCpu);
    }

    /** What so many rows have taken. */
    public Took took(long rows) {
        return new Took(
                rows,
                Duration.ofNanos(System.nanoTime() - began),
                cpu.get().minus(cpuBefore),
                serverCpu.get().minus(serverCpuBefore));
    }
}
