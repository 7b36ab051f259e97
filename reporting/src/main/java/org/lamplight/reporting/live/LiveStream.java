package org.lamplight.reporting.live;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.lamplight.reporting.access.Caller;
import org.lamplight.reporting.catalogue.Collection;
import org.lamplight.reporting.catalogue.Collections;
import org.lamplight.reporting.http.Json;

/**
 * The events of one open page. A client that reads slowly hears later and less often, but misses nothing: what waits for
 * it is what has changed, not each change.
 */
public final class LiveStream {
    private final Caller caller;
    private final Response response;
    private final Callback end;
    private final News waiting = new News();
    private String id = "";
    private String comment = "";
    private boolean writing;
    private boolean ended;
    private Runnable afterwards = () -> {};

    /**
     * Over a response that is kept open.
     *
     * @param caller who hears
     * @param end what is told when the stream ends
     */
    public LiveStream(Caller caller, Response response, Callback end) {
        this.caller = caller;
        this.response = response;
        this.end = end;
    }

    Caller caller() {
        return caller;
    }

    synchronized void onEnd(Runnable task) {
        afterwards = task;
    }

    /** The first event. */
    void hello(String first) {
        synchronized (this) {
            id = first;
            comment = "event: hello\nid: " + first + "\ndata: {}\n\n";
        }
        write();
    }

    /** A collection has changed, if it is the caller's to know. */
    void tell(String collection, Set<String> categories, String event) {
        if (!mayKnow(collection)) {
            return;
        }
        synchronized (this) {
            id = event;
            waiting.add(collection, categories);
        }
        write();
    }

    /** Shows that the connection is alive. */
    void beat() {
        synchronized (this) {
            comment = comment.isEmpty() ? ": alive\n\n" : comment;
        }
        write();
    }

    void end() {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        afterwards.run();
        end.succeeded();
    }

    private boolean mayKnow(String collection) {
        return Collections.ALL.stream()
                .filter(each -> each.id().equals(collection))
                .anyMatch((Collection each) -> caller.audience().reads(each));
    }

    private void write() {
        byte[] bytes;
        synchronized (this) {
            if (writing || ended || (waiting.isEmpty() && comment.isEmpty())) {
                return;
            }
            writing = true;
            bytes = next().getBytes(StandardCharsets.UTF_8);
        }
        response.write(false, ByteBuffer.wrap(bytes), Callback.from(this::written, this::lost));
    }

    private String next() {
        StringBuilder text = new StringBuilder(comment);
        waiting.take()
                .forEach((collection, categories) -> text.append("event: changed\nid: ")
                        .append(id)
                        .append("\ndata: ")
                        .append(data(collection, categories))
                        .append("\n\n"));
        comment = "";
        return text.toString();
    }

    private static String data(String collection, Set<String> categories) {
        return new String(
                Json.bytes(json -> {
                    json.writeStartObject();
                    json.writeStringField("collection", collection);
                    json.writeFieldName("categories");
                    Json.value(json, categories.stream().sorted().toList());
                    json.writeEndObject();
                }),
                StandardCharsets.UTF_8);
    }

    private void written() {
        synchronized (this) {
            writing = false;
        }
        write();
    }

    private void lost(Throwable failure) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        afterwards.run();
        end.failed(failure);
    }
}
