package org.lamplight.bench.sink;

import java.sql.SQLException;
import java.util.Map;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.servers.Took;
import org.lamplight.bench.servers.Worker;

/**
 * A sink connector that finds its topics full: from when its first rows can be seen until its last can.
 *
 * @param name as the table says it
 * @param slug how the names of its connectors begin, one for each round
 * @param worker where it runs
 * @param settings the connector's
 * @param tables what it writes
 * @param backlog what it reads
 * @param postgres where the tables are
 */
record Sinking(
        String name,
        String slug,
        Worker worker,
        Map<String, String> settings,
        Tables tables,
        Backlog backlog,
        Postgres postgres)
        implements Contender {

    @Override
    public Took run(int round) throws SQLException, InterruptedException {
        String connector = slug + "-" + round;
        Runnable check = () -> worker.check(connector);
        tables.truncate();
        worker.put(connector, settings);
        long first = tables.awaitFirst(check);
        Stopwatch watch = Stopwatch.start(worker::cpu, postgres::cpu);
        tables.await(backlog.last(), check);
        Took took = watch.took(backlog.rows() - first);
        worker.delete(connector);
        tables.verify(backlog);
        return took;
    }
}
