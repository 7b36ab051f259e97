package org.lamplight.local.registry;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.lamplight.local.parts.DirectoryLock;
import org.lamplight.local.parts.StartException;

/**
 * A schema registry in this process, which speaks the Confluent REST API on 127.0.0.1 and keeps its schemas in a
 * directory; they survive {@code kill -9}. It is for one machine: it has no password, no replica and takes Avro without
 * references only. Where several machines share topics, use Apicurio or Confluent's registry.
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final SchemaStore store;
    private final DirectoryLock lock;

    private EmbeddedRegistry(HttpServer server, SchemaStore store, DirectoryLock lock) {
        this.server = server;
        this.store = store;
        this.lock = lock;
        this.threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::thread);
        server.setExecutor(threads);
        server.createContext("/", new Router(new Routes(store).all()));
    }

    /**
     * Starts it.
     *
     * @param directory where its schemas are; made if it is missing
     * @param port where it listens; 0 takes any free one
     * @throws StartException if the port or the directory is in use, or the log in it is damaged
     */
    public static EmbeddedRegistry start(Path directory, int port) {
        DirectoryLock lock = DirectoryLock.take(directory.resolve("lock"));
        try {
            return start(directory, port, lock);
        } catch (BindException e) {
            lock.close();
            throw new StartException(
                    "Port " + port + ", where the schema registry would listen, is in use by another program.", e);
        } catch (IOException e) {
            lock.close();
            throw new StartException("The schema registry cannot use its directory " + directory + ".", e);
        } catch (StartException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedRegistry start(Path directory, int port, DirectoryLock lock) throws IOException {
        // The server sends head and body apart; without this every answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // The port first: it is what fails most, and it leaves nothing open.
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        try {
            SchemaStore store = SchemaStore.open(directory);
            EmbeddedRegistry registry = new EmbeddedRegistry(server, store, lock);
            server.start();
            return registry;
        } catch (IOException | StartException e) {
            server.stop(0);
            throw e;
        }
    }

    /** Where clients connect: {@code schema.registry.url}. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
        try (lock) {
            store.close();
        } catch (IOException e) {
            throw new UncheckedIOException("The schema registry's log could not be closed.", e);
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "schema-registry");
        thread.setDaemon(true);
        return thread;
    }
}
