package org.lamplight.local.faults;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.lamplight.local.JavaProcess;

/**
 * Where a fault strikes.
 *
 * @param feed what is taken in meanwhile
 * @param random chooses the moment, and which of several alike is hit
 * @param outage how long something is away that does not come back at once
 */
record Scene(Deployment deployment, Feed feed, Random random, Duration outage) {
    List<JavaProcess> brokers() {
        return deployment.brokers().processes();
    }

    <T> T any(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }

    /** Lets the outage pass. */
    void waitOut() throws InterruptedException {
        pass(outage);
    }

    void passAtMost(Duration time) throws InterruptedException {
        pass(Duration.ofMillis(random.nextInt((int) time.toMillis())));
    }

    private static void pass(Duration time) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(time.toMillis());
    }

    /** Kills it, and starts it at once as a service manager does. */
    static void kill(JavaProcess process) throws InterruptedException {
        process.kill();
        process.start();
    }

    /** Starts what has ended by itself. */
    static void startAgain(JavaProcess process) {
        if (!process.isAlive()) {
            process.start();
        }
    }

    /** Stops it as an operator does, and starts it. */
    static void restart(JavaProcess process) throws InterruptedException {
        process.stop(Duration.ofMinutes(2));
        process.start();
    }

    /** Lets it stand still until everybody has given it up, and then go on as if nothing had been. */
    void suspend(JavaProcess process) throws Exception {
        process.suspend();
        waitOut();
        process.resume();
    }
}
