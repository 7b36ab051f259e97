package org.lamplight.reporting;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.lamplight.areas.AreaBook;
import org.lamplight.reporting.access.AccessLog;
import org.lamplight.reporting.access.Audiences;
import org.lamplight.reporting.access.LocalTokens;
import org.lamplight.reporting.access.RateLimits;
import org.lamplight.reporting.access.Tokens;
import org.lamplight.reporting.http.Problem;
import org.lamplight.reporting.http.Respond;
import org.lamplight.reporting.http.SecurityHeaders;
import org.lamplight.reporting.items.Outlines;
import org.lamplight.reporting.live.Changes;
import org.lamplight.reporting.live.LiveStreams;

/**
 * The reporting service: the API and the pages over HTTP. It starts without the database, says so while that is away, and
 * goes on as soon as it is there.
 */
public final class ReportingServer implements AutoCloseable {
    private static final int THREADS = 48;
    private static final int MOST_CONNECTIONS = 4_000;
    private static final int IDLE_MILLIS = 30_000;
    private static final int HEADER_BYTES = 24 << 10;
    private static final int STOP_MILLIS = 2_000;

    private final Server server;
    private final ServerConnector connector;
    private final Views views;
    private final Changes changes;
    private final LiveStreams live;
    private final AccessLog accessLog;
    private final HikariDataSource accessLogPool;
    private final String host;

    private ReportingServer(
            ReportingSettings settings,
            DataSource database,
            AreaBook book,
            Audiences audiences,
            LocalTokens local,
            Clock clock) {
        host = settings.host();
        views = new Views(database, settings.connections());
        changes = new Changes(database, views::catalogue);
        live = new LiveStreams(changes, clock);
        accessLogPool = pool(database);
        accessLog = new AccessLog(accessLogPool);
        ItemsService items = new ItemsService(views, changes, new Outlines(book));
        ApiHandler api = new ApiHandler(
                new Api(views, items, book),
                new SignIn(new Tokens(local, settings.oidc(), audiences, clock), audiences),
                new RateLimits(settings.requestsPerSecond()),
                accessLog,
                live,
                settings.publicUrl(),
                clock);
        server = new Server(threads());
        connector = connector(server, settings);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, connector));
        Handler all = new Handler.Sequence(new ReadOnly(), api, new Pages());
        server.setHandler(new SecurityHeaders(all, settings.oidc().map(oidc -> oidc.issuer())));
        server.setErrorHandler(ReportingServer::refuse);
    }

    /**
     * Starts the service.
     *
     * @param settings how it is set
     * @param database connections of a user who may take the roles of all audiences and write the access log
     * @param book the area book, for outlines
     * @param audiences who there is
     * @param local tokens that Lamplight issues itself
     * @param clock what time it is
     * @throws IllegalStateException if it cannot listen at its address
     */
    public static ReportingServer start(
            ReportingSettings settings,
            DataSource database,
            AreaBook book,
            Audiences audiences,
            LocalTokens local,
            Clock clock) {
        ReportingServer service = new ReportingServer(settings, database, book, audiences, local, clock);
        try {
            service.server.start();
            service.changes.start(List.of(service.live));
            return service;
        } catch (Exception e) { // whatever a server of Jetty throws
            service.close();
            throw new IllegalStateException(
                    "The reporting service cannot listen at " + settings.host() + ":" + settings.port() + ".", e);
        }
    }

    /** Where it listens. */
    public URI address() {
        return URI.create("http://" + host + ":" + connector.getLocalPort());
    }

    /** Whether it can answer: the reporting database does, and has its tables. */
    public boolean isReady() {
        return views.answers();
    }

    @Override
    public void close() {
        live.close();
        changes.close();
        try {
            server.stop();
        } catch (Exception e) { // whatever a server of Jetty throws
            throw new IllegalStateException("The reporting service did not stop.", e);
        } finally {
            accessLog.close();
            accessLogPool.close();
            views.close();
        }
    }

    /** Nobody can change anything. */
    private static final class ReadOnly extends Handler.Abstract {
        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            if (List.of("GET", "HEAD").contains(request.getMethod())) {
                return false;
            }
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            Respond.with(
                    Problem.of(405, "Read-only", "Nothing can be changed here: only GET and HEAD."),
                    response,
                    callback);
            return true;
        }
    }

    /** What Jetty refuses by itself, such as a header that is too long. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        Respond.with(
                Problem.of(status, "Refused", "The request is not one that HTTP knows, or is too large."),
                response,
                callback);
        return true;
    }

    private static QueuedThreadPool threads() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS);
        threads.setName("lamplight-http");
        threads.setDaemon(true);
        return threads;
    }

    private static ServerConnector connector(Server server, ReportingSettings settings) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
        ConnectionFactory factory = new HttpConnectionFactory(http);
        ServerConnector connector = new ServerConnector(server, factory);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(IDLE_MILLIS);
        connector.setShutdownIdleTimeout(STOP_MILLIS);
        connector.setAcceptQueueSize(1_024);
        return connector;
    }

    private static HikariDataSource pool(DataSource database) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("lamplight-access-log");
        config.setRegisterMbeans(true);
        config.setDataSource(database);
        config.setMaximumPoolSize(1);
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(2_000);
        return new HikariDataSource(config);
    }
}
