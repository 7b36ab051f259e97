package org.lamplight.local.faults;

import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.Immutable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.lamplight.local.JavaProcess;

/** What can go wrong; each is over when its method returns, and what was killed is starting again by then. */
enum Fault {
    /** To compare with: how long the rows of a round take when nothing is wrong. */
    NONE(scene -> {}),

    KILL_WORKER(scene -> Scene.kill(scene.any(scene.deployment().workers()))),
    KILL_SINK(scene -> Scene.kill(scene.deployment().sinkWorker())),
    /** The database has committed, and nobody has told Kafka. */
    KILL_SINK_AFTER_COMMIT(scene -> {
        JavaProcess worker = scene.deployment().sinkWorker();
        CompletableFuture<Void> committed =
                scene.deployment().postgres().network().cutAfter("pg_notify");
        committed.get(Fault.PATIENCE_MINUTES, TimeUnit.MINUTES);
        Scene.kill(worker);
    }),
    KILL_STREAMS(scene -> Scene.kill(scene.any(scene.deployment().streams()))),
    KILL_REPORTING(scene -> Scene.kill(scene.deployment().reporting())),

    SUSPEND_WORKER(scene -> scene.suspend(scene.any(scene.deployment().workers()))),
    SUSPEND_SINK(scene -> scene.suspend(scene.deployment().sinkWorker())),
    SUSPEND_STREAMS(scene -> scene.suspend(scene.any(scene.deployment().streams()))),
    SUSPEND_REPORTING(scene -> scene.suspend(scene.deployment().reporting())),
    SUSPEND_BROKER(scene -> scene.suspend(scene.any(scene.brokers()))),

    STOP_BROKER(scene -> Scene.restart(scene.any(scene.brokers()))),
    KILL_BROKER(scene -> Scene.kill(scene.any(scene.brokers()))),
    KILL_CONTROLLER(scene -> Scene.kill(scene.deployment().brokers().activeController())),
    /** Nothing can be written any more, and nothing that was is lost. */
    LOSE_TWO_BROKERS(scene -> {
        List<JavaProcess> lost = new ArrayList<>(scene.brokers());
        lost.remove(scene.random().nextInt(lost.size()));
        for (JavaProcess broker : lost) {
            broker.kill();
        }
        scene.waitOut();
        lost.forEach(JavaProcess::start);
    }),
    ROLL_BROKERS(scene -> {
        for (JavaProcess broker : scene.brokers()) {
            Scene.restart(broker);
            await().atMost(Duration.ofMinutes(Fault.PATIENCE_MINUTES))
                    .until(scene.deployment().brokers()::areWhole);
        }
    }),

    STOP_DATABASE(scene -> {
        scene.deployment().postgres().stop();
        scene.waitOut();
        scene.deployment().postgres().start();
    }),
    SLOW_DATABASE(scene -> {
        scene.deployment().postgres().network().delay(Duration.ofMillis(200));
        scene.waitOut();
        scene.deployment().postgres().network().delay(Duration.ZERO);
    }),
    RESET_DATABASE(scene -> {
        for (int i = 0; i < 5; i++) {
            scene.passAtMost(Duration.ofMillis(500));
            scene.deployment().postgres().network().reset();
        }
    }),
    /** Deadlocks, conflicts, a full disk and time-outs, as the database reports them, for every third statement. */
    REFUSE_STATEMENTS(scene -> {
        try (Refusals refusals = new Refusals(scene.deployment().postgres())) {
            refusals.begin();
            scene.waitOut();
        }
    }),
    /** Whoever connects anew is refused: there are too many already. */
    CROWD_DATABASE(scene -> {
        try (Crowd crowd = new Crowd(scene.deployment().postgres())) {
            crowd.gather();
            scene.waitOut();
        }
    }),

    STOP_REGISTRY(scene -> {
        scene.deployment().stopRegistry();
        scene.waitOut();
        scene.deployment().startRegistry();
    }),
    /** The sink does not know the schema of what it is to read next; all others know theirs. */
    RESTART_SINK_WITHOUT_REGISTRY(scene -> {
        scene.deployment().stopRegistry();
        scene.deployment().restartSink();
        scene.feed().drop(Fault.ROWS);
        // Its tasks read once they have shared the partitions, which takes as long as another outage.
        scene.waitOut();
        scene.waitOut();
        scene.deployment().startRegistry();
    }),
    /** A service manager starts it again and again; in vain, as long as nobody makes room. */
    FILL_STATE(scene -> {
        scene.deployment().stateDisk().fill();
        Scene.kill(scene.deployment().streams().get(0));
        scene.waitOut();
        scene.deployment().stateDisk().free();
        Scene.startAgain(scene.deployment().streams().get(0));
    }),
    FILL_INBOX(scene -> {
        scene.deployment().inboxDisk().fill();
        scene.waitOut();
        scene.deployment().inboxDisk().free();
    }),

    /** Everything that streams keeps is gone, on all instances; it is in the topics. */
    WIPE_STATE(scene -> {
        for (JavaProcess streams : scene.deployment().streams()) {
            streams.kill();
        }
        for (Path state : scene.deployment().states()) {
            Directories.delete(state);
        }
        scene.deployment().streams().forEach(JavaProcess::start);
    }),

    /** Who starts knows no schema yet. */
    START_WITHOUT_REGISTRY(scene -> {
        scene.deployment().stopRegistry();
        Scene.kill(scene.any(scene.deployment().workers()));
        Scene.kill(scene.any(scene.deployment().streams()));
        scene.waitOut();
        scene.deployment().startRegistry();
    });

    private static final long PATIENCE_MINUTES = 5;
    private static final int ROWS = 80;

    private final Action action;

    Fault(Action action) {
        this.action = action;
    }

    /** What happens. */
    @Immutable
    private interface Action {
        void strike(Scene scene) throws Exception;
    }

    boolean needsSmallDisks() {
        return this == FILL_STATE || this == FILL_INBOX;
    }

    void strike(Scene scene) throws Exception {
        action.strike(scene);
    }
}
