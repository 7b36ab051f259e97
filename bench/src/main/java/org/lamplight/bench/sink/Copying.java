package org.lamplight.bench.sink;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.lamplight.bench.servers.Contender;
import org.lamplight.bench.servers.Stopwatch;
import org.lamplight.bench.servers.Took;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The limit: the rows that our sink has written before, from files into the same tables by COPY in binary form, all in one
 * transaction of this process.
 *
 * @param ours what it copies
 * @param directory where the files are
 */
record Copying(Sinking ours, Path directory) implements Contender {
    private static final String BINARY = " (format binary)";

    @Override
    public String name() {
        return "COPY, one transaction, no Kafka";
    }

    @Override
    public Took run(int round) throws SQLException, IOException {
        List<String> tables = List.of(ours.tables().hotspot(), ours.tables().trend());
        try (Connection connection = ours.tables().source().getConnection()) {
            connection.setAutoCommit(false);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            if (round == 0) {
                for (String table : tables) {
                    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file(table)))) {
                        copies.copyOut("copy (select * from " + table + ") to stdout" + BINARY, out);
                    }
                }
                connection.commit();
            }
            ours.tables().truncate();
            Stopwatch watch = Stopwatch.start(
                    () -> Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()),
                    ours.postgres()::cpu);
            for (String table : tables) {
                try (InputStream in = new BufferedInputStream(Files.newInputStream(file(table)))) {
                    copies.copyIn("copy " + table + " from stdin" + BINARY, in);
                }
            }
            connection.commit();
            Took took = watch.took(ours.backlog().rows());
            ours.tables().verify(ours.backlog());
            return took;
        }
    }

    private Path file(String table) {
        return directory.resolve(table + ".copy");
    }
}
