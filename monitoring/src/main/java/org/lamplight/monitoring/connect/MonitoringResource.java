package org.lamplight.monitoring.connect;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.health.ConnectClusterState;
import org.lamplight.monitoring.Health;
import org.lamplight.monitoring.Metrics;

/** The answers about a worker. One that answers at all is alive. */
@Path("/")
public final class MonitoringResource {
    private final ConnectClusterState cluster;
    private final Metrics metrics;

    MonitoringResource(ConnectClusterState cluster, Metrics metrics) {
        this.cluster = cluster;
        this.metrics = metrics;
    }

    /** Whether the worker should be left running. */
    @GET
    @Path("live")
    @Produces(MediaType.TEXT_PLAIN)
    public Response live() {
        return answer(Health.RUNNING);
    }

    /** Whether the worker takes part in its group. */
    @GET
    @Path("ready")
    @Produces(MediaType.TEXT_PLAIN)
    public Response ready() {
        return answer(health());
    }

    /** What is measured in the worker's process. */
    @GET
    @Path("metrics")
    @Produces(Metrics.CONTENT_TYPE)
    public String metrics() {
        return metrics.scrape();
    }

    /** The worker's thread says which connectors there are; it does so only as a member of its group. */
    private Health health() {
        try {
            cluster.connectors();
            return Health.RUNNING;
        } catch (ConnectException e) {
            return Health.WAITING;
        }
    }

    private static Response answer(Health health) {
        return Response.status(health.isReady() ? 200 : 503)
                .entity(health + "\n")
                .build();
    }
}
