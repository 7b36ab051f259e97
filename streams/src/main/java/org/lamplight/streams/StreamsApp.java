package org.lamplight.streams;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.lamplight.areas.AreaBook;
import org.lamplight.schemas.serde.TopicSerdes;
import org.lamplight.streams.state.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The application: what it does ({@link SafetyTopology}) with which settings, started and stopped. It creates no topic
 * but its internal ones. Used once: a stopped one is not started again.
 */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);

    private final CompletableFuture<Exit> ended = new CompletableFuture<>();
    private final StreamsSettings settings;
    private final StateMemory memory;
    private final StreamsConfig config;
    private final KafkaStreams streams;
    private final CloseOptions closeOptions;

    /**
     * Prepares it.
     *
     * @throws IllegalArgumentException or a {@link org.apache.kafka.common.KafkaException} if a setting is wrong
     */
    public StreamsApp(StreamsSettings settings, AreaBook book) {
        this(settings, SafetyTopology.of(book, new TopicSerdes(settings.registry()), settings.live(), Storage.DISK));
    }

    /** Prepares another topology under the same settings. */
    public StreamsApp(StreamsSettings settings, Topology topology) {
        this.settings = settings;
        memory = new StateMemory(settings.stateMemory());
        config = new StreamsConfig(settings.forKafka(memory));
        streams = new KafkaStreams(topology, config);
        streams.setStateListener(this::stateChanged);
        streams.setUncaughtExceptionHandler(this::threadDied);
        closeOptions = closeOptions(settings);
    }

    /** Starts it; does not wait until it processes records. */
    public void start() {
        // The state is locked for this process since the constructor, so whose transactions these are is dead.
        OpenTransactions.end(
                settings.stateDirectory(),
                config.getString(StreamsConfig.APPLICATION_ID_CONFIG),
                config.getAdminConfigs(config.getString(StreamsConfig.APPLICATION_ID_CONFIG)));
        streams.start();
    }

    /** Whether it processes records. */
    public boolean isReady() {
        return streams.state() == State.RUNNING;
    }

    /** Completes when it has ended, however that came about. It must still be closed. */
    public CompletableFuture<Exit> ended() {
        return ended.copy();
    }

    /** Stops it: what was processed is committed first. Returns when it has stopped, or after 30 seconds. */
    @Override
    public void close() {
        boolean stopped = streams.close(closeOptions);
        ended.complete(stopped ? Exit.STOPPED : Exit.SLOW);
        if (stopped) {
            memory.close();
        }
    }

    /** A member with a fixed id keeps its place in the group, and finds it again after a restart. */
    private static CloseOptions closeOptions(StreamsSettings settings) {
        boolean keepsPlace = settings.kafka().containsKey("group.instance.id");
        return CloseOptions.timeout(STOP_TIMEOUT)
                .withGroupMembershipOperation(
                        keepsPlace ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP);
    }

    private void stateChanged(State now, State before) {
        LOG.info("Streams: {} (was {}).", now, before);
        if (now == State.ERROR) {
            ended.complete(Exit.DEFECT);
        }
    }

    private StreamThreadExceptionResponse threadDied(Throwable failure) {
        return Exit.of(failure)
                .map(exit -> {
                    LOG.error("Streams stops: {} (exit code {}).", exit, exit.code(), failure);
                    ended.complete(exit);
                    return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
                })
                .orElseGet(() -> {
                    LOG.warn("A streams thread is replaced after a failure that should pass.", failure);
                    return StreamThreadExceptionResponse.REPLACE_THREAD;
                });
    }
}
