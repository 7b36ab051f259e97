package org.lamplight.bench.servers;

import java.time.Duration;

/**
 * What a piece of work took.
 *
 * @param rows how many rows it was
 * @param wall time on the clock
 * @param cpu processor time of the contender's process
 * @param serverCpu processor time of the server that it worked for; zero where there was none
 */
public record Took(long rows, Duration wall, Duration cpu, Duration serverCpu) {
    private static final double NANOS_A_MICRO = 1e3;
    private static final double NANOS_A_SECOND = 1e9;

    double rowsPerSecond() {
        return rows * NANOS_A_SECOND / wall.toNanos();
    }

    double cpuMicrosPerRow() {
        return micros(cpu);
    }

    double serverMicrosPerRow() {
        return micros(serverCpu);
    }

    private double micros(Duration time) {
        return time.toNanos() / NANOS_A_MICRO / rows;
    }
}
