package org.lamplight.streams;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The memory that all stores of an application share outside the heap: without a bound each of its dozens of stores
 * takes its own.
 */
final class StateMemory implements AutoCloseable {
    /** Setting under which Kafka hands it to the stores. */
    static final String SETTING = "lamplight.state.memory";
    /** Setting under which Kafka hands the stores the time after which files are written anew. */
    static final String SWEEP = "lamplight.state.sweep";

    /**
     * By how many of them the memory for what is not yet written is shared out. A store then holds half of its share on average, so
     * fewer than twice as many do not reach the bound for all. Where that is reached, RocksDB writes what the very store holds
     * that is asked next, be it one row: a file for each row, for seconds.
     */
    private static final int STORES = 64;
    /** By default RocksDB takes a cache apart into 64, of which none could hold the filter of a large file. */
    private static final int IN_ONE_PIECE = 0;
    /** Share that blocks of rows do not take from filters and indexes. */
    private static final double FILTER_SHARE = 0.25;
    /**
     * What a store takes at once for what it has not yet written. By default that is 2 MiB, of which some fifty stores make more
     * than they share: then each write is soon a file, and merging files takes most of the processor's time.
     */
    private static final long WRITE_BLOCK = 64L << 10;

    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final long writeBuffer;

    StateMemory(long bytes) {
        RocksDB.loadLibrary();
        cache = new LRUCache(bytes, IN_ONE_PIECE, false, FILTER_SHARE);
        writeBuffers = new WriteBufferManager(bytes, cache);
        writeBuffer = bytes / STORES;
    }

    @Override
    public void close() {
        writeBuffers.close();
        cache.close();
    }

    /** Makes a store use the shared memory. */
    public static final class Shared implements RocksDBConfigSetter {
        @Override
        public void setConfig(String store, Options options, Map<String, Object> settings) {
            StateMemory memory = (StateMemory) settings.get(SETTING);
            BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
            table.setBlockCache(memory.cache);
            table.setCacheIndexAndFilterBlocks(true);
            options.setTableFormatConfig(table);
            options.setWriteBufferManager(memory.writeBuffers);
            options.setWriteBufferSize(memory.writeBuffer);
            options.setArenaBlockSize(WRITE_BLOCK);
            // Most of what is asked for is not there: each new report is looked up first. Kafka Streams expects the
            // opposite, and has the last level, in which most keys are, do without a filter.
            options.setOptimizeFiltersForHits(false);
            // What was overwritten stays in its file until that is written anew, which may be never in a quiet store.
            Duration sweep = (Duration) settings.get(SWEEP);
            options.setPeriodicCompactionSeconds(Math.max(1, sweep.toSeconds()));
        }

        @Override
        public void close(String store, Options options) {
            // The memory outlives the store.
        }
    }
}
