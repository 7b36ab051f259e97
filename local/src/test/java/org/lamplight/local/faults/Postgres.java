package org.lamplight.local.faults;

import java.nio.file.Path;
import org.lamplight.local.config.DataDirectory;
import org.lamplight.local.config.Port;
import org.lamplight.local.parts.EmbeddedDatabase;
import org.lamplight.local.parts.Ports;
import org.lamplight.sink.TcpProxy;

/** A PostgreSQL server behind a network, each of which can fail. */
final class Postgres implements AutoCloseable {
    static final String OWNER = "lamplight";
    static final String PASSWORD = "owners-password";

    private final DataDirectory directory;
    private final int port = Ports.choose(new Port(0), "port", "database");
    private final TcpProxy network = new TcpProxy(port);
    private EmbeddedDatabase server;

    Postgres(Path directory) {
        this.directory = new DataDirectory(directory);
        start();
    }

    void start() {
        server = EmbeddedDatabase.start(directory, port, OWNER, PASSWORD);
    }

    void stop() {
        server.close();
    }

    /** What Lamplight connects through. */
    TcpProxy network() {
        return network;
    }

    /** What Lamplight connects to. Statements are never named, so that {@link TcpProxy#cutAfter} sees each of them. */
    String url() {
        return url(network.port()) + "?prepareThreshold=0";
    }

    /** The server itself, past the network. */
    String directUrl() {
        return url(port);
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedDatabase.NAME;
    }

    @Override
    public void close() {
        network.close();
        server.close();
    }
}
