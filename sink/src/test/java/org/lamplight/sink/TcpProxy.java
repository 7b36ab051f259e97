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
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A network between a client and its server that can be cut, or slow. */
public final class TcpProxy implements AutoCloseable {
    private final ServerSocket server;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;
    private volatile Duration delay = Duration.ZERO;
    private final AtomicReference<Cut> planned = new AtomicReference<>();

    /** A network to a port of this machine. */
    public TcpProxy(int target) {
        this.target = target;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(this::accept);
    }

    /** Where clients connect. */
    public int port() {
        return server.getLocalPort();
    }

    /** Ends all connections, and every new one at once. */
    public void cut() {
        cut = true;
        sockets.forEach(TcpProxy::closeQuietly);
    }

    /** Lets connections pass again. */
    public void restore() {
        cut = false;
    }

    /** Ends all connections with a reset, as a firewall does that has forgotten them. */
    public void reset() {
        sockets.forEach(TcpProxy::reset);
    }

    /** Holds everything that a client sends back for so long. */
    public void delay(Duration time) {
        delay = time;
    }

    /**
     * Passes one more request on after the one that holds this text, and ends that connection instead of its answer.
     *
     * @return completed when the server has answered and nobody has heard it
     */
    public CompletableFuture<Void> cutAfter(String text) {
        Cut cut = new Cut(text, new CompletableFuture<>());
        planned.set(cut);
        return cut.done();
    }

    @Override
    public void close() {
        closeQuietly(server);
        cut();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                if (cut) {
                    client.close();
                } else {
                    pass(client);
                }
            } catch (IOException e) {
                // Closed: the test is over.
            }
        }
    }

    /** A server that is down is one that refuses its clients. */
    private void pass(Socket client) {
        try {
            connect(client, new Socket(InetAddress.getLoopbackAddress(), target));
        } catch (IOException e) {
            closeQuietly(client);
        }
    }

    private void connect(Socket client, Socket answering) {
        sockets.add(client);
        sockets.add(answering);
        Connection connection = new Connection(client, answering);
        start(() -> connection.copy(client, answering, true));
        start(() -> connection.copy(answering, client, false));
    }

    /** A connection that is to end once a text has passed. */
    private record Cut(String text, CompletableFuture<Void> done) {
        boolean isFor(byte[] request, int length) {
            return new String(request, 0, length, StandardCharsets.ISO_8859_1).contains(text);
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;
        private Cut next;
        private volatile Cut now;

        Connection(Socket client, Socket server) {
            this.client = client;
            this.server = server;
        }

        void copy(Socket from, Socket to, boolean request) {
            byte[] buffer = new byte[65_536];
            try (InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    if (request) {
                        hear(buffer, read);
                    } else if (now != null) {
                        break;
                    }
                    out.write(buffer, 0, read);
                    out.flush();
                }
            } catch (IOException e) {
                // The other side has gone, or the network was cut.
            } finally {
                end();
            }
        }

        private void hear(byte[] request, int length) {
            hold();
            now = next;
            Cut cut = planned.get();
            next = cut != null && cut.isFor(request, length) && planned.compareAndSet(cut, null) ? cut : null;
        }

        private void end() {
            closeQuietly(client);
            closeQuietly(server);
            sockets.remove(client);
            sockets.remove(server);
            if (now != null) {
                now.done().complete(null);
            }
        }
    }

    private void hold() {
        try {
            TimeUnit.MILLISECONDS.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // Then it is closed already.
        }
        closeQuietly(socket);
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
