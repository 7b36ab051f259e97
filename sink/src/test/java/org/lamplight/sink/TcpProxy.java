package org.lamplight.sink;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A network between the sink and the database that can be cut. */
final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile String lastHeard;

    TcpProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Ends all connections, and every new one at once. */
    void cut() {
        cut = true;
        sockets.forEach(TcpProxy::closeQuietly);
    }

    void restore() {
        cut = false;
    }

    /** Passes one more request on after the one that holds this text, and ends that connection instead of its answer. */
    void cutAfter(String text) {
        lastHeard = text;
    }

    @Override
    public void close() {
        closeQuietly(server);
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                } else {
                    connect(client, new Socket(InetAddress.getLoopbackAddress(), target));
                }
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void connect(Socket client, Socket database) {
        sockets.add(client);
        sockets.add(database);
        Connection connection = new Connection(client, database);
        start(() -> connection.copy(client, database, true));
        start(() -> connection.copy(database, client, false));
    }

    private final class Connection {
        private final Socket client;
        private final Socket database;
        private boolean last;
        private volatile boolean deaf;

        Connection(Socket client, Socket database) {
            this.client = client;
            this.database = database;
        }

        void copy(Socket from, Socket to, boolean request) {
            byte[] buffer = new byte[65_536];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (request) {
                        deaf = last;
                        last = isLastHeard(buffer, read);
                    } else if (deaf) {
                        break;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // The other side has gone, or the network was cut.
            } finally {
                closeQuietly(client);
                closeQuietly(database);
            }
        }
    }

    private boolean isLastHeard(byte[] request, int length) {
        String text = lastHeard;
        if (text == null || !new String(request, 0, length, StandardCharsets.ISO_8859_1).contains(text)) {
            return false;
        }
        lastHeard = null;
        return true;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "tcp-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void closeQuietly(Closeable closeable) {
        try {
            closeable.close();
        } catch (IOException e) {
            // Then it is closed already.
        }
    }
}
