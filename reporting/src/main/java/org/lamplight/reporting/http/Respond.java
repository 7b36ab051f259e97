package org.lamplight.reporting.http;

import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Sends answers and problems. */
public final class Respond {
    private static final String PROBLEM = "application/problem+json";
    private static final String GZIP = "gzip";
    /** How the tags of compressed answers end. */
    private static final String GZIPPED = "--gzip\"";

    private static final HttpField BY_ENCODING = new HttpField(HttpHeader.VARY, HttpHeader.ACCEPT_ENCODING.asString());

    private Respond() {}

    /** Sends an answer, or only that the client has it already. */
    public static void with(Answer answer, Request request, Response response, Callback callback) {
        boolean gzip = takesGzip(request);
        response.getHeaders().ensureField(BY_ENCODING);
        response.getHeaders().put(HttpHeader.ETAG, gzip ? answer.etag().replaceFirst("\"$", GZIPPED) : answer.etag());
        if (knows(request, answer.etag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            callback.succeeded();
            return;
        }
        answer.headers().forEach(response.getHeaders()::put);
        response.setStatus(HttpStatus.OK_200);
        if (gzip) {
            response.getHeaders().put(HttpHeader.CONTENT_ENCODING, GZIP);
        }
        send(answer.type(), gzip ? answer.gzipped().duplicate() : ByteBuffer.wrap(answer.body()), response, callback);
    }

    /** Sends why there is no answer. */
    public static void with(Problem problem, Response response, Callback callback) {
        problem.headers().forEach(response.getHeaders()::put);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.setStatus(problem.status());
        send(PROBLEM, ByteBuffer.wrap(body(problem)), response, callback);
    }

    private static void send(String type, ByteBuffer body, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.remaining());
        response.write(true, body, callback);
    }

    private static boolean takesGzip(Request request) {
        return request.getHeaders().getQualityCSV(HttpHeader.ACCEPT_ENCODING).stream()
                .anyMatch(GZIP::equalsIgnoreCase);
    }

    private static boolean knows(Request request, String etag) {
        List<String> tags = request.getHeaders().getCSV(HttpHeader.IF_NONE_MATCH, true);
        return tags.stream()
                .map(tag -> tag.replaceFirst("^W/", "").replace(GZIPPED, "\""))
                .anyMatch(tag -> tag.equals("*") || tag.equals(etag));
    }

    private static byte[] body(Problem problem) {
        return Json.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("type", "about:blank");
            json.writeStringField("title", problem.title());
            json.writeNumberField("status", problem.status());
            json.writeStringField("detail", problem.getMessage());
            if (problem.parameter().isPresent()) {
                json.writeStringField("parameter", problem.parameter().get());
            }
            if (!problem.allowed().isEmpty()) {
                json.writeFieldName("allowed");
                Json.value(json, problem.allowed());
            }
            json.writeEndObject();
        });
    }
}
